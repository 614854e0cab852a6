import { personOf, type Actor } from '#app/access/actor';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';

/** CO-6: with the commitment ends what was still asked about it. */
export async function closeAmendmentsIn(tx: Tx, actor: Actor, { now }: Occasion, commitment_id: string): Promise<void> {
  await tx.updateTable('amendments').set((eb) => ({ status: 'withdrawn', decided_by: personOf(actor), decided_at: now, version: eb('version', '+', 1) }))
    .where('commitment_id', '=', commitment_id).where('status', '=', 'asked').execute();
}
