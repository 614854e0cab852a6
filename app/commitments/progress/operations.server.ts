import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { staleFrom } from '../health/model';
import { lockCommitment } from '../lock.server';
import type { commitmentPolicy } from '../policy';
import { healthDatesIn } from './goals.server';

/** What an accepted update says: values as decimal strings, counted on `as_of`. A goal that was not assessed is left out. */
export interface AcceptedUpdate {
  readonly as_of: Day;
  readonly values: readonly { readonly goal_id: string; readonly value: string }[];
}

/**
 * Lets an accepted update count: the last value of each goal, and the days on which health will change. Called by reporting in the
 * transaction that accepts the update, under the commitment's lock. CO-6: a final state refuses it. An older value never replaces a newer one.
 */
export async function applyAcceptedUpdateIn(tx: Tx, granted: PermitFor<typeof commitmentPolicy.recordProgress>, occasion: Occasion, update: AcceptedUpdate): Promise<void> {
  const row = await lockCommitment(tx, granted.subject.id);
  granted.again(row);
  for (const { goal_id, value } of update.values) {
    await tx.updateTable('goals').set({ last_value: value, last_value_on: update.as_of })
      .where('id', '=', goal_id).where('commitment_id', '=', row.id)
      .where((eb) => eb.or([eb('last_value_on', 'is', null), eb('last_value_on', '<=', update.as_of)])).execute();
  }
  const accepted = dayOf(occasion.now);
  const last = row.last_update_on !== null && row.last_update_on > accepted ? row.last_update_on : accepted;
  await tx.updateTable('commitments').set({
    ...(await healthDatesIn(tx, row)), last_update_on: last, stale_on: staleFrom(last), version: row.version + 1,
  }).where('id', '=', row.id).execute();
}
