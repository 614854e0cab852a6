import { holdsAnywhere, isPortal, secretariat, type Actor } from '#app/access/actor';
import { all, allow, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';

/** Published aid data belongs to no coalition: the file that is taken in, by the name that its source goes by. */
export interface PublishedSource {
  readonly source: string;
}

const desk = [...secretariat, 'platform_admin'] as const;

/** The secretariat of any coalition and the administrator, or the import that they start. */
export const takesPublicData = (actor: Actor): Decision =>
  isPortal(actor, 'import') ? allow : all(() => (actor.kind === 'public' ? deny('access:reasons.sign_in') : allow), () => allowIf(holdsAnywhere(actor, desk), 'access:reasons.secretariat_only'));

export const activityPolicy = {
  take: rule('activity:take', (actor: Actor, _source: PublishedSource): Decision => takesPublicData(actor)),
};
