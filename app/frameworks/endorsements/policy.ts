import { holds, type Actor } from '#app/access/actor';
import { all, allow, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { mayCheck, mayPublish, mayWithdraw } from './model';

/** Whose endorsement it is: one of the two. */
export interface Party {
  readonly organisation_id: string | null;
  readonly country_iso2: string | null;
}
export interface EndorsementRef extends Party {
  readonly id: string;
  readonly status: string;
  readonly recorded_by: string | null;
}

const isDesk = (actor: Actor) => actor.kind === 'system' || (actor.kind === 'person' && actor.roles.some((held) => held.role === 'secretariat_lead' || held.role === 'secretariat_officer'));
const actsFor = (actor: Actor, party: Party) => holds(actor, ['focal_point', 'deputy_focal_point', 'org_admin', 'country_coordinator'], party);
const another = (actor: Actor, endorsement: EndorsementRef) => allowIf(actor.kind !== 'person' || actor.id !== endorsement.recorded_by, 'access:reasons.not_your_own');

export const endorsementPolicy = {
  declare: rule('endorsement:declare', (actor: Actor, party: Party & { readonly version_id: string }) => allowIf(isDesk(actor) || actsFor(actor, party), 'access:reasons.own_organisation')),
  check: rule('endorsement:check', (actor: Actor, endorsement: EndorsementRef) =>
    all(() => allowIf(isDesk(actor), 'access:reasons.secretariat_only'), () => allowIf(mayCheck(endorsement.status), 'frameworks:reasons.not_in_this_state'), () => another(actor, endorsement))),
  publish: rule('endorsement:publish', (actor: Actor, endorsement: EndorsementRef) =>
    all(() => allowIf(isDesk(actor), 'access:reasons.secretariat_only'), () => allowIf(mayPublish(endorsement.status), 'frameworks:reasons.not_in_this_state'))),
  withdraw: rule('endorsement:withdraw', (actor: Actor, endorsement: EndorsementRef) =>
    all(() => (isDesk(actor) || actsFor(actor, endorsement) ? allow : { allowed: false, reason: 'access:reasons.own_organisation' }), () => allowIf(mayWithdraw(endorsement.status), 'frameworks:reasons.not_in_this_state'))),
};
