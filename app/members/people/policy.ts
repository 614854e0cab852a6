import { holds, holdsAnywhere, isPortal, isSecretariat, secretariat, type Actor } from '#app/access/actor';
import { allow, allowIf, deny, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';

/** The place that a person gets: an organisation and the coalitions it is a member of, or no organisation at all. */
export interface PlaceRef {
  readonly organisation_id: string | null;
  /** The organisation's coalitions and those above them. */
  readonly coalition_ids: readonly string[];
}

export const peoplePolicy = {
  /** The list of people: those who work with more than themselves. Which people is the query's to say. */
  list: rule('person:list', (actor: Actor): Decision => {
    if (actor.kind === 'public') return deny('access:reasons.sign_in');
    return allowIf(holdsAnywhere(actor, ['platform_admin', 'auditor', 'org_admin', 'focal_point', 'deputy_focal_point', ...secretariat]), 'access:reasons.not_your_role');
  }),
  add: rule('person:add', (actor: Actor, place: PlaceRef): Decision => (isPortal(actor, 'demo') ? allow : takesIn(actor, place))),
  /** The console invites the first administrator of an installation. */
  invite: rule('person:invite', (actor: Actor, place: PlaceRef): Decision => (isPortal(actor, 'console') ? allow : takesIn(actor, place))),
  /** Takes back an invitation that nobody has answered. */
  revoke: rule('invitation:revoke', takesIn),
  /** What somebody may do and why: themselves, those who give roles, and who audits. Which people is the query's to say. */
  explain: rule('person:explain', (actor: Actor, person: { readonly id: string }): Decision => {
    if (actor.kind === 'public') return deny('access:reasons.sign_in');
    return allowIf((actor.kind === 'person' && actor.id === person.id) || holdsAnywhere(actor, ['platform_admin', 'auditor', ...secretariat]), 'access:reasons.not_your_role');
  }),
  /** People say themselves what they are called, in which language they read, and whether their name is public. */
  update: rule('person:update', (actor: Actor, person: { readonly id: string }): Decision => {
    if (actor.kind === 'public') return deny('access:reasons.sign_in');
    return allowIf(actor.kind === 'person' && actor.id === person.id, 'access:reasons.only_yourself');
  }),
  affiliate: rule('affiliation:add', takesIn),
  endAffiliation: rule('affiliation:end', takesIn),
};

/** Who takes people in: the secretariat of the place, an administrator of the organisation, the administrator of the platform. */
function takesIn(actor: Actor, place: PlaceRef): Decision {
  if (actor.kind === 'public') return deny('access:reasons.sign_in');
  if (holds(actor, ['platform_admin']) || isSecretariat(actor)) return allow;
  if (place.organisation_id === null) return allowIf(holdsAnywhere(actor, secretariat), 'access:reasons.secretariat_only');
  if (place.coalition_ids.some((coalition) => isSecretariat(actor, coalition))) return allow;
  return allowIf(holds(actor, ['org_admin'], { organisation_id: place.organisation_id }), 'access:reasons.not_your_organisation');
}
