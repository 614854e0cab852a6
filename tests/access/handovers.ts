import { handoverPolicy, type HandoverRef } from '#app/handovers/policy';
import { handoverStatuses } from '#app/handovers/model';
import { other, own } from './cast';
import { inEach, states } from './states';

const handover = (more: Partial<HandoverRef> = {}): HandoverRef => ({ id: 'handover', organisation_id: own.organisation, giver_id: 'focal_point', receiver_id: 'deputy', coalition_ids: [own.coalition], status: 'offered', ...more });
const each = { ...inEach(handoverStatuses, (status) => handover({ status })), 'of another organisation': handover({ organisation_id: other.organisation, giver_id: 'focal_point_elsewhere', receiver_id: 'org_admin_elsewhere', coalition_ids: [other.coalition] }) };

export default [
  states(handoverPolicy.offer, { 'of the focal point': handover(), 'of somebody elsewhere': each['of another organisation'] }),
  states(handoverPolicy.read, each),
  states(handoverPolicy.accept, each),
  states(handoverPolicy.decline, each),
  states(handoverPolicy.withdraw, each),
];
