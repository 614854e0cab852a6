import type { Actor } from '#app/access/actor';
import { allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

/** Whose views. */
export interface Owned {
  readonly person_id: string;
}
const byOwner = (actor: Actor, { person_id }: Owned) => allowIf(actor.kind === 'person' && actor.id === person_id, 'access:reasons.only_yourself');

export const viewPolicy = {
  save: rule('view:save', byOwner),
  remove: rule('view:remove', (actor: Actor, view: Owned & { readonly id: string }) => byOwner(actor, view)),
};
