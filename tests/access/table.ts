import type { Decision } from '#app/access/decision';
import { declaredRules } from '#app/access/permit';
import type { Actor } from '#app/access/actor';
import { actorKinds, actors, type ActorKind } from './cast';
import type { RuleStates } from './states';

/** What a rule answers to every kind of actor about one record: who may, and for each reason who may not. */
export interface Answers {
  readonly may: readonly ActorKind[];
  readonly refused: ReadonlyMap<string, readonly ActorKind[]>;
}

export function answersTo(rule: string, subject: unknown): Answers {
  const asked = declaredRules().get(rule);
  if (asked === undefined) throw new Error(`no rule is called ${rule}`);
  const decide = asked.decide as (actor: Actor, about: unknown) => Decision;
  const may: ActorKind[] = [];
  const refused = new Map<string, ActorKind[]>();
  for (const kind of actorKinds) {
    const decision = decide(actors[kind], subject);
    if (decision.allowed) may.push(kind);
    else refused.set(decision.reason, [...(refused.get(decision.reason) ?? []), kind]);
  }
  return { may, refused };
}

/** The committed form: for every rule and record one line of those who may, and one for each reason why others may not. */
export function tableOf(rules: readonly RuleStates[]): string {
  return rules
    .flatMap(({ rule, states }) => Object.entries(states).map(([state, subject]) => {
      const { may, refused } = answersTo(rule, subject);
      const reasons = [...refused].map(([reason, kinds]) => `  ${reason}: ${kinds.join(' ')}`);
      return [`${rule} | ${state}`, `  MAY: ${may.join(' ') || 'nobody'}`, ...reasons, ''].join('\n');
    }))
    .join('\n');
}
