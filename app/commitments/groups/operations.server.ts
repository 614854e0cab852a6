import type { PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import { lockCommitment } from '../lock.server';
import type { groupAddingPolicy } from './policy';

/** Adds groups that were not thought of at the start: they are shown as that, beside those that were. Nobody is taken away. */
export function addGroups(granted: PermitFor<(typeof groupAddingPolicy)['add']>, occasion: Occasion, groups: readonly string[]): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    await tx.insertInto('commitment_beneficiaries').values(groups.map((group_code) => ({ commitment_id: row.id, group_code, designed_in: false, added_on: dayOf(occasion.now) })))
      .onConflict((conflict) => conflict.doNothing()).execute();
    return done({ ref: row.ref });
  });
}
