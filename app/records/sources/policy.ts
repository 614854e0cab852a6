import { holdsAnywhere, secretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';

/** A question about a record that came from a file. */
export interface QuestionRef {
  readonly id: string;
}

const desk = [...secretariat, 'platform_admin'] as const;

/** The secretariat of any coalition and the administrator: what others published belongs to no coalition. */
export const takesFiles = (actor: Actor): Decision =>
  all(() => (actor.kind === 'public' ? deny('access:reasons.sign_in') : allow), () => allowIf(holdsAnywhere(actor, desk), 'access:reasons.secretariat_only'));

export const sourcePolicy = {
  settle: rule('source:settle', (actor: Actor, _: QuestionRef): Decision => takesFiles(actor)),
};
