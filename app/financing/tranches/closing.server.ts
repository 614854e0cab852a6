import { personOf, type Actor } from '#app/access/actor';
import type { Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import type { LockedTranche } from './lock.server';
import { isUnpaid } from './model';

/** Cancels those that are not paid in full, with the reason: one of them, or all of a pledge that is cancelled itself. */
export async function closeTranchesIn(tx: Tx, actor: Actor, occasion: Occasion, tranches: readonly LockedTranche[], reason: string): Promise<void> {
  for (const { id, version } of tranches.filter(isUnpaid)) {
    await tx.updateTable('tranches').set({ cancelled_on: dayOf(occasion.now), cancelled_by: personOf(actor), cancelled_why: reason, version: version + 1 }).where('id', '=', id).execute();
  }
}
