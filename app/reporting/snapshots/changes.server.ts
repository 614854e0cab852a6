import { sql } from 'kysely';
import { permit } from '#app/access/permit';
import { done } from '#app/access/result';
import { inTransaction } from '#app/access/transaction.server';
import { database } from '#app/platform/database.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { sinceFreeze, type Comparison } from './comparison.server';

/** How many frozen records said something else, and when that was counted. */
export interface Changes {
  readonly counted_on: string;
  readonly counts: Comparison['counts'];
}

/** As it was last counted; null where it was not counted yet. */
export async function keptChanges(snapshotId: string): Promise<Changes | null> {
  const found = await sql<Changes>`select to_char(counted_at at time zone 'UTC', 'YYYY-MM-DD') as counted_on, counts from snapshot_changes where snapshot_id = ${snapshotId}::uuid`.execute(database());
  return found.rows[0] ?? null;
}

/** Counts once a day, for the last snapshot of each coalition, what became of its records: it costs about a freeze, so no visitor waits for it. */
export async function countChanges(now: Date): Promise<void> {
  const latest = await sql<{ report_id: string }>`
    select distinct on (y.coalition_id) s.report_id from snapshots s join reports r on r.id = s.report_id join cycles y on y.id = r.cycle_id order by y.coalition_id, y.year desc, r.edition desc`.execute(database());
  for (const { report_id } of latest.rows) await countOne(report_id, now);
}

function countOne(reportId: string, now: Date) {
  return inTransaction(permit(reportPolicy.countChanges, { kind: 'system', name: 'clock' }, { id: reportId }), { now }, async (tx) => {
    const since = await sinceFreeze(tx, reportId, now, 0);
    if (since === null) return done({});
    await sql`
      insert into snapshot_changes (snapshot_id, counted_at, counts) select id, ${now}::timestamptz, ${JSON.stringify(since.counts)}::text::jsonb from snapshots where report_id = ${reportId}::uuid
      on conflict (snapshot_id) do update set counted_at = excluded.counted_at, counts = excluded.counts`.execute(tx);
    return done({});
  });
}
