import { personOf } from '#app/access/actor';
import type { Grant } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { Remark } from './model';

/** The record that comes back: exactly one. The domain of the record decides whether it may: its permit is the proof. */
export type RemarkedRecord = { readonly commitment_id: string } | { readonly progress_update_id: string };

/** Keeps what is to mend, field by field; what was asked before and not yet sent again is no longer asked. */
export async function askIn(tx: Tx, granted: Grant, occasion: Occasion, record: RemarkedRecord, remarks: readonly Remark[]): Promise<void> {
  await settleRemarksIn(tx, occasion, record);
  if (remarks.length === 0) return;
  await tx.insertInto('remarks').values(remarks.map((remark) => ({ id: newId(), ...record, ...remark, asked_by: personOf(granted.actor), asked_at: occasion.now }))).execute();
}

/** The record was sent again: what was asked has its answer. */
export async function settleRemarksIn(tx: Tx, occasion: Occasion, record: RemarkedRecord): Promise<void> {
  await tx.updateTable('remarks').set({ settled_at: occasion.now }).where('settled_at', 'is', null)
    .where((is) => ('commitment_id' in record ? is('commitment_id', '=', record.commitment_id) : is('progress_update_id', '=', record.progress_update_id))).execute();
}
