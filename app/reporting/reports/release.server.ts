import { sql } from 'kysely';
import { permit, type PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { lockReport } from './operations.server';
import { reportPolicy } from './policy';

/** The kind of the job of the instant at which a report comes out. */
export const launchJob = 'reporting.launch';

/** With the report its cycle is published, and the updates that it counts: what was accepted after the freeze is in none yet. */
export async function releaseIn(tx: Tx, { cycle_id, snapshot_of }: { readonly cycle_id: string; readonly snapshot_of: string }, at: Date): Promise<void> {
  const counted = tx.selectFrom('snapshot_rows as w').innerJoin('snapshots as s', 's.id', 'w.snapshot_id').select(sql<string>`w.record_id::uuid`.as('id')).where('s.report_id', '=', snapshot_of).where('w.kind', '=', 'update');
  await tx.updateTable('cycles').set((eb) => ({ published_at: at, version: eb('version', '+', 1) })).where('id', '=', cycle_id).where('published_at', 'is', null).execute();
  await tx.updateTable('progress_updates').set((eb) => ({ status: 'published', version: eb('version', '+', 1) })).where('cycle_id', '=', cycle_id).where('status', '=', 'accepted').where('id', 'in', counted).execute();
}

/** Writes down what comes out with a report whose embargo has ended: the same whenever it runs, and nothing a second time. */
export function releaseReport(granted: PermitFor<typeof reportPolicy.release>, occasion: Occasion): Promise<Result<{ out: boolean }>> {
  return inTransaction<{ out: boolean }>(granted, occasion, async (tx) => {
    const { status, cycle_id, snapshot_of, published_at, embargo_until } = await lockReport(tx, granted.subject.id);
    if (status !== 'published' || published_at === null || (embargo_until !== null && embargo_until > occasion.now)) return done({ out: false });
    await releaseIn(tx, { cycle_id, snapshot_of }, embargo_until !== null && embargo_until > published_at ? embargo_until : published_at);
    return done({ out: true });
  });
}

/** What the clock does at the instant at which a report comes out; whether it is out. */
export async function releaseByClock({ report }: Readonly<Record<string, unknown>>, now: Date): Promise<boolean> {
  const result = await releaseReport(permit(reportPolicy.release, { kind: 'system', name: 'clock' }, { id: String(report) }), { now });
  return result.ok && result.value.out;
}
