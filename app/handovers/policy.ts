import { holds, secretariat, type Actor } from '#app/access/actor';
import { all, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { HandoverStatus } from './model';

/** Whose work for which organisation. */
export interface WorkRef {
  readonly organisation_id: string;
  readonly giver_id: string;
  /** The organisation's coalitions and those above them. */
  readonly coalition_ids: readonly string[];
}
export interface HandoverRef extends WorkRef {
  readonly id: string;
  readonly receiver_id: string;
  readonly status: HandoverStatus;
}

const isPerson = (actor: Actor, id: string): boolean => actor.kind === 'person' && actor.id === id;

/** Whoever does the work, and those who could end the role: the organisation's administrator, the secretariat. */
const mayGive = (actor: Actor, { organisation_id, giver_id, coalition_ids }: WorkRef): boolean =>
  isPerson(actor, giver_id) || holds(actor, ['org_admin'], { organisation_id }) || [null, ...coalition_ids].some((coalition_id) => holds(actor, [...secretariat, 'platform_admin'], { coalition_id }));

const open = (handover: HandoverRef) => (): Decision => allowIf(handover.status === 'offered', 'access:reasons.not_now');
const byReceiver = (actor: Actor, handover: HandoverRef): Decision => all(() => allowIf(isPerson(actor, handover.receiver_id), 'access:reasons.only_yourself'), open(handover));

export const handoverPolicy = {
  offer: rule('handover:offer', (actor: Actor, work: WorkRef): Decision => allowIf(mayGive(actor, work), 'access:reasons.not_your_organisation')),
  read: rule('handover:read', (actor: Actor, handover: HandoverRef): Decision => allowIf(isPerson(actor, handover.receiver_id) || mayGive(actor, handover), 'access:reasons.not_your_organisation')),
  accept: rule('handover:accept', byReceiver),
  decline: rule('handover:decline', byReceiver),
  withdraw: rule('handover:withdraw', (actor: Actor, handover: HandoverRef): Decision => all(() => allowIf(mayGive(actor, handover), 'access:reasons.not_your_organisation'), open(handover))),
};
