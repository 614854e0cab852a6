import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { PledgeRights } from './actions';
import { pledgePolicy, type PledgeRef } from './policy';
import type { PledgeRow } from './queries.server';

/** A pledge as permissions look at it. */
export const refOf = ({ id, status, recorded_by, coalition_id, provider }: PledgeRow): PledgeRef => ({
  id, status, recorded_by, coalition_id, provider_organisation_id: provider.organisation_id, provider_country_iso2: provider.country_iso2,
});

/** What a viewer may do with it, for buttons. */
export function rightsOf(viewer: Actor, pledge: PledgeRow): PledgeRights {
  const ref = refOf(pledge);
  return {
    edit: may(pledgePolicy.edit, viewer, ref), confirm: may(pledgePolicy.confirm, viewer, ref), classify: may(pledgePolicy.classify, viewer, ref), record: may(pledgePolicy.recordTransaction, viewer, ref),
    reduce: may(pledgePolicy.reduce, viewer, ref), cancel: may(pledgePolicy.cancel, viewer, ref), reverse: may(pledgePolicy.reverseTransaction, viewer, { ...ref, transaction_id: '' }),
  };
}
