import { sql, type RawBuilder } from 'kysely';
import type { Reader, Tx } from '#app/platform/database.server';
import { definitions } from '../figures/model';
import type { Missing } from './missing';
import { frozenRows, rowsVersion, type Scope } from './rows.server';

export interface Sealing extends Scope {
  readonly id: string;
  readonly report_id: string;
  readonly frozen_at: Date;
  readonly frozen_by: string | null;
  /** What was still missing. */
  readonly missing: readonly Missing[];
}

/** Versions of the rules that the snapshot was made with; another version never rereads it differently. */
export const ruleVersions = (): Record<string, number> => ({ rows: rowsVersion, ...Object.fromEntries(Object.values(definitions).map((one) => [one.key, one.version])) });

/**
 * Copies what the report's figures are computed from, and seals it with a hash over all rows in order. One statement: it sees the
 * database at one instant, and the sealed row and its rows, which can never be changed, come to be together.
 */
export async function freezeIn(tx: Tx, sealing: Sealing): Promise<{ sha256: string }> {
  const { id, report_id, frozen_at, counts_to, as_of, frozen_by, missing } = sealing;
  const answer = await sql<{ sha256: string }>`
    with recursive ${frozenRows(sealing)},
    sealed as (
      insert into snapshots (id, report_id, frozen_at, as_of, sha256, frozen_by, rule_versions, seen, missing, counts_to)
      select ${id}::uuid, ${report_id}::uuid, ${frozen_at}::timestamptz, ${as_of}::date, ${hashOver(sql`frozen`)}, ${frozen_by}::uuid, ${JSON.stringify(ruleVersions())}::text::jsonb, pg_current_snapshot()::text, ${JSON.stringify(missing)}::text::jsonb, ${counts_to}::timestamptz
      returning sha256
    ),
    copied as (insert into snapshot_rows (snapshot_id, kind, record_id, ref, facts) select ${id}::uuid, kind, record_id, ref, facts from frozen)
    select sha256 from sealed`.execute(tx);
  return { sha256: answer.rows[0]?.sha256 ?? '' };
}

/** SHA-256 over kind, id, reference and facts of every row, ordered: the same rows always give the same hash. */
const hashOver = (rows: RawBuilder<unknown>): RawBuilder<string> => sql`(
  select encode(sha256(convert_to(coalesce(string_agg(kind || ' ' || record_id || ' ' || ref || ' ' || facts::text, E'\n' order by kind collate "C", record_id collate "C"), ''), 'UTF8')), 'hex') from ${rows} as hashed)`;

/** The hash of a snapshot's rows as they stand there now: equal to the sealed one unless somebody went past the database's own guard. */
export async function hashOfSnapshot(db: Reader, snapshotId: string): Promise<string> {
  const answer = await sql<{ sha256: string }>`select ${hashOver(sql`(select * from snapshot_rows where snapshot_id = ${snapshotId})`)} as sha256`.execute(db);
  return answer.rows[0]?.sha256 ?? '';
}
