import { holds, holdsAnywhere, type Actor } from '#app/access/actor';
import { allow, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';

/** Somebody with the coalitions over each of their places and roles; over a role of the platform there is none. */
export interface PersonOver {
  readonly id: string;
  readonly over: readonly (readonly string[])[];
}

/** PE-8: who answers for everything that somebody does here, so that no secretariat shuts a door of another one. */
function answersForAll(actor: Actor, { over }: PersonOver): Decision {
  if (actor.kind === 'public') return deny('access:reasons.sign_in');
  if (holds(actor, ['platform_admin'])) return allow;
  if (!holdsAnywhere(actor, ['secretariat_lead'])) return deny('access:reasons.not_your_role');
  const isLeadOver = (coalitions: readonly string[]) => coalitions.some((coalition_id) => holds(actor, ['secretariat_lead'], { coalition_id }));
  return allowIf(holds(actor, ['secretariat_lead']) || over.every(isLeadOver), 'access:reasons.not_all_their_places');
}

export const suspensionPolicy = {
  suspend: rule('person:suspend', (actor: Actor, person: PersonOver): Decision =>
    (actor.kind === 'person' && actor.id === person.id ? deny('access:reasons.about_you') : answersForAll(actor, person))),
  reinstate: rule('person:reinstate', answersForAll),
};
