import type { Rule } from '#app/access/permit';

/** A rule and the records it is asked about, each in a state that matters to it: its own, another's, in each stage of its life. */
export interface RuleStates {
  readonly rule: string;
  readonly states: Readonly<Record<string, unknown>>;
}

export const states = <Name extends string, Subject>(asked: Rule<Name, Subject>, subjects: Readonly<Record<string, Subject>>): RuleStates => ({ rule: asked.name, states: subjects });

/** One record in each of several stages, named by them. */
export const inEach = <Stage extends string, Subject>(stages: readonly Stage[], make: (stage: Stage) => Subject): Record<Stage, Subject> =>
  Object.fromEntries(stages.map((stage) => [stage, make(stage)])) as Record<Stage, Subject>;
