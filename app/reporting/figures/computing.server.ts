import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { definitions, type FigureKey, type FigureResult, type FigureRow } from './model';

/**
 * Computes a figure from the rows of a snapshot and from nothing else (RP-1), in SQL, so that sums stay exact.
 * The same snapshot always gives the same result, byte for byte.
 */
export async function computeFigure(db: Reader, snapshotId: string, key: FigureKey): Promise<FigureResult> {
  const [rows, coverage] = await Promise.all([rowsOf[key](snapshotId).execute(db), coverageOf[definitions[key].measure === 'money' ? 'money' : key === 'members' ? 'members' : 'commitments'](snapshotId).execute(db)]);
  const { reporting = 0, expected = 0 } = coverage.rows[0] ?? {};
  return { rows: rows.rows, reporting, expected, missing: expected - reporting };
}

/** A fingerprint of a result: what publication compares (RP-2). */
export function fingerprintOf(result: FigureResult): string {
  const rows = result.rows.map(({ part, value, count, currency, first }) => [part, value, count, currency, first]);
  return createHash('sha256').update(JSON.stringify([rows, result.reporting, result.expected, result.missing])).digest('hex');
}

type Rows = (snapshotId: string) => RawBuilder<FigureRow>;

const counted = (part: RawBuilder<unknown>, from: RawBuilder<unknown>): RawBuilder<FigureRow> =>
  sql<FigureRow>`select ${part} as part, count(*)::text as value, count(*)::int as count, null::text as currency, null::text as first ${from} group by 1 order by count(*) desc, 1 collate "C"`;

const rowsOf: Readonly<Record<FigureKey, Rows>> = {
  standing: (id) => counted(sql`facts ->> 'standing'`, sql`from snapshot_rows where snapshot_id = ${id} and kind = 'commitment'`),
  clauses: (id) => counted(sql`node`, sql`from snapshot_rows, jsonb_array_elements_text(facts -> 'nodes') as node where snapshot_id = ${id} and kind = 'commitment'`),
  groups: (id) => sql<FigureRow>`
    select g.key as part, count(*)::text as value, count(*)::int as count, null::text as currency, count(*) filter (where g.value = 'true')::text as first
    from snapshot_rows, jsonb_each_text(facts -> 'groups') as g where snapshot_id = ${id} and kind = 'commitment' group by 1 order by count(*), 1 collate "C"`,
  // FI-5: cash alone; other kinds stand apart. FI-8: pledged, then the provider's commitments (2) and disbursements (3).
  ladder: (id) => sql<FigureRow>`
    select part, coalesce(sum(usd), 0)::text as value, count(usd)::int as count, 'USD' as currency, null::text as first from (
      select 'pledged' as part, 1 as rung, (facts ->> 'amount_usd')::numeric as usd from snapshot_rows where snapshot_id = ${id} and kind = 'pledge' and facts ->> 'kind' = 'cash'
      union all
      select case facts ->> 'type' when '2' then 'committed' else 'disbursed' end, case facts ->> 'type' when '2' then 2 else 3 end, (facts ->> 'value_usd')::numeric
      from snapshot_rows where snapshot_id = ${id} and kind = 'transaction' and facts ->> 'of' = 'pledge' and facts ->> 'kind' = 'cash' and facts ->> 'type' in ('2', '3')
    ) as rungs group by part, rung order by rung`,
  currencies: (id) => sql<FigureRow>`
    select (facts ->> 'of') || ':' || coalesce(facts ->> 'type', 'unknown') as part, sum((facts ->> 'value')::numeric)::text as value, count(*)::int as count, facts ->> 'currency' as currency, null::text as first
    from snapshot_rows where snapshot_id = ${id} and kind = 'transaction' group by 1, 4 order by 1 collate "C", 4 collate "C"`,
  members: (id) => counted(sql`coalesce(facts ->> 'constituency', 'unknown')`, sql`from snapshot_rows where snapshot_id = ${id} and kind = 'member'`),
  work: (id) => sql<FigureRow>`
    select part, count(*)::text as value, count(*)::int as count, null::text as currency, null::text as first from (
      select case when kind = 'endorsement' then 'endorsements' else 'decisions_' || (facts ->> 'status') end as part from snapshot_rows where snapshot_id = ${id} and kind in ('endorsement', 'decision')
      union all select distinct on (facts ->> 'session') 'sessions' from snapshot_rows where snapshot_id = ${id} and kind = 'decision'
    ) as counted group by 1 order by 1 collate "C"`,
};

interface Coverage {
  readonly reporting: number;
  readonly expected: number;
}

const coverageOf: Readonly<Record<'commitments' | 'money' | 'members', (snapshotId: string) => RawBuilder<Coverage>>> = {
  commitments: (id) => sql<Coverage>`select count(*) filter (where jsonb_typeof(facts -> 'update') = 'object')::int as reporting, count(*)::int as expected from snapshot_rows where snapshot_id = ${id} and kind = 'commitment'`,
  money: (id) => sql<Coverage>`select count(coalesce(facts ->> 'amount_usd', facts ->> 'value_usd'))::int as reporting, count(*)::int as expected from snapshot_rows where snapshot_id = ${id} and kind in ('pledge', 'transaction')`,
  members: (id) => sql<Coverage>`select count(*) filter (where (facts ->> 'reported')::boolean)::int as reporting, count(*) filter (where (facts ->> 'leads')::boolean)::int as expected from snapshot_rows where snapshot_id = ${id} and kind = 'member'`,
};

/** The records behind each row of a figure: what `/reports/…/figures/…` lists, and what a commitment's page links to. */
export function recordsOf(key: FigureKey, snapshotId: string): RawBuilder<{ kind: string; record_id: string; part: string }> {
  switch (key) {
    case 'standing':
      return sql`select kind, record_id, facts ->> 'standing' as part from snapshot_rows where snapshot_id = ${snapshotId} and kind = 'commitment'`;
    case 'clauses':
      return sql`select kind, record_id, node as part from snapshot_rows, jsonb_array_elements_text(facts -> 'nodes') as node where snapshot_id = ${snapshotId} and kind = 'commitment'`;
    case 'groups':
      return sql`select kind, record_id, g.key as part from snapshot_rows, jsonb_each_text(facts -> 'groups') as g where snapshot_id = ${snapshotId} and kind = 'commitment'`;
    case 'ladder':
      return sql`select kind, record_id, case when kind = 'pledge' then 'pledged' when facts ->> 'type' = '2' then 'committed' else 'disbursed' end as part from snapshot_rows
        where snapshot_id = ${snapshotId} and (kind = 'pledge' or (kind = 'transaction' and facts ->> 'of' = 'pledge' and facts ->> 'type' in ('2', '3'))) and facts ->> 'kind' = 'cash'`;
    case 'currencies':
      return sql`select kind, record_id, (facts ->> 'of') || ':' || coalesce(facts ->> 'type', 'unknown') || ':' || (facts ->> 'currency') as part from snapshot_rows where snapshot_id = ${snapshotId} and kind = 'transaction'`;
    case 'members':
      return sql`select kind, record_id, coalesce(facts ->> 'constituency', 'unknown') as part from snapshot_rows where snapshot_id = ${snapshotId} and kind = 'member'`;
    case 'work':
      return sql`select kind, record_id, case when kind = 'endorsement' then 'endorsements' else 'decisions_' || (facts ->> 'status') end as part from snapshot_rows where snapshot_id = ${snapshotId} and kind in ('endorsement', 'decision')`;
  }
}
