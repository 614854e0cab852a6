import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { verifications } from '#app/records/verification/model';
import { rowsWithExpected } from '#app/reporting/snapshots/rows.server';
import type { Coverage, FigureKey, FigureResult, FigureRow, RungCount } from './model';
import { totalIn } from './totals.server';

/** A figure with who has looked at what it counts; null where nobody looks at records of its kind. */
export interface Told {
  readonly result: FigureResult;
  readonly verification: RungCount[] | null;
}

/**
 * Computes a figure from the rows of a snapshot and from nothing else (RP-1), in SQL, so that sums stay exact, and in one statement, so that what
 * it counts is gone through once. The same snapshot always gives the same result, byte for byte.
 */
export async function computeFigure(db: Reader, snapshotId: string, key: FigureKey): Promise<FigureResult> {
  return (await asked(db, snapshotId, key, sql`null::jsonb`)).result;
}

/** The same with its rungs, part by part. */
export const tellFigure = (db: Reader, snapshotId: string, key: FigureKey): Promise<Told> => asked(db, snapshotId, key, key === 'members' || key === 'work' ? sql`null::jsonb` : rungs);

const listed = (rows: RawBuilder<unknown>) => sql`(select coalesce(jsonb_agg(to_jsonb(listed)), '[]') from (${rows}) as listed)`;
const rungs = listed(sql`
  select part, rung, count(*)::int as count from behind group by part, rung order by part collate "C", array_position(${['not_reported', ...verifications]}::text[], rung)`);

async function asked(db: Reader, snapshotId: string, key: FigureKey, verification: RawBuilder<unknown>): Promise<Told> {
  const { tables, rows, covered } = figures[key](snapshotId);
  const found = await sql<{ rows: FigureRow[]; covered: Coverage; verification: RungCount[] | null }>`
    with ${tables} select ${listed(rows)} as rows, (select to_jsonb(covered) from (${covered}) as covered) as covered, ${verification} as verification`.execute(db);
  const { rows: told = [], covered: { reporting, expected } = { reporting: 0, expected: 0 }, verification: looked = null } = found.rows[0] ?? {};
  return { result: { rows: told, reporting, expected, missing: expected - reporting }, verification: looked };
}

/** A fingerprint of a result, stored or computed: what publication compares (RP-2). */
export function fingerprintOf(result: FigureResult): string {
  const rows = result.rows.map(({ part, value, count, currency, first }) => [part, value, count, currency, first]);
  return createHash('sha256').update(JSON.stringify([rows, result.reporting, result.expected, result.missing])).digest('hex');
}

/** The records behind each row of a figure, and who has looked at each: what its page lists, and what the page of a record links to. */
export const recordsOf = (key: FigureKey, snapshotId: string): RawBuilder<Counted> => sql<Counted>`with ${figures[key](snapshotId).tables} select kind, record_id, part, rung from behind`;

/** What each record adds to each part: `kind, record_id, part, value`, and of money what it was converted from: `amount, currency, per_usd`. */
export const weightsOf = (key: FigureKey, snapshotId: string): RawBuilder<unknown> => {
  const { tables, weighed = sql`select kind, record_id, part, 1::numeric as value, 1::numeric as amount, null::text as currency, null::numeric as per_usd from behind` } = figures[key](snapshotId);
  return sql`with ${tables} ${weighed}`;
};

interface Counted {
  readonly kind: string;
  readonly record_id: string;
  readonly part: string;
  readonly rung: string | null;
}

/** What is asked of the rows of a snapshot. */
interface Computation {
  /** Of a `with`; one of them is `behind (kind, record_id, part, rung)`: each record in each part, and who has looked at it, null of what nobody looks at. */
  readonly tables: RawBuilder<unknown>;
  readonly rows: RawBuilder<FigureRow>;
  readonly covered: RawBuilder<Coverage>;
  /** Where a record does not simply add one. */
  readonly weighed?: RawBuilder<unknown>;
}

/** The rung of a commitment, and that of a pledge or a payment. */
const [reached, looked] = [sql`coalesce(facts -> 'update' ->> 'verification', 'not_reported')`, sql`coalesce(facts ->> 'verification', 'self_reported')`];

const rowsOf = (id: string, ...kinds: readonly string[]) => sql`snapshot_rows where snapshot_id = ${id}::uuid and kind = any(${kinds}::text[])`;

const behind = (selection: RawBuilder<unknown>, columns?: string) => sql`behind ${columns === undefined ? sql`` : sql.raw(`(${columns})`)} as materialized (${selection})`;

/** Counts what is behind, most first unless told. */
const counted = (order = sql`count(*) desc`): RawBuilder<FigureRow> => sql<FigureRow>`
  select part, count(*)::text as value, count(*)::int as count, null::text as currency, null::text as first from behind group by part order by ${order}, part collate "C"`;

/**
 * Of which commitments an update was asked, by the rule of their cycle or against it, and of which one was accepted: `record_id, reported, due`.
 * A snapshot that does not say yet whom its cycle asked counts as due what had not ended: that takes no more updates.
 */
export const askedIn = (id: string): RawBuilder<unknown> => sql`
  select record_id, (facts ->> 'reported')::boolean as reported, (facts ->> 'expected')::boolean as due from ${rowsOf(id, 'expected')}
  union all select record_id, jsonb_typeof(facts -> 'update') = 'object', facts ->> 'standing' in ('on_track', 'at_risk', 'off_track', 'stale') from ${rowsOf(id, 'commitment')}
    and (select (rule_versions ->> 'rows')::int < ${rowsWithExpected} from snapshots where id = ${id}::uuid)`;

/** RP-4: of the commitments that were asked for, or of which an update was accepted, those of which one was. */
const reportedOn = (id: string) => sql<Coverage>`
  select count(*) filter (where reported)::int as reporting, count(*) filter (where reported or due)::int as expected from (${askedIn(id)}) as asked`;

const figures: Readonly<Record<FigureKey, (snapshotId: string) => Computation>> = {
  standing: (id) => ({
    tables: behind(sql`select kind, record_id, facts ->> 'standing' as part, ${reached} as rung from ${rowsOf(id, 'commitment')}`),
    rows: counted(), covered: reportedOn(id),
  }),
  clauses: (id) => ({
    tables: behind(sql`select kind, record_id, jsonb_array_elements_text(facts -> 'clauses') as part, ${reached} as rung from ${rowsOf(id, 'commitment')}`),
    rows: counted(sql`count(*)`), covered: reportedOn(id),
  }),
  rungs: (id) => ({
    tables: behind(sql`select kind, record_id, facts -> 'update' ->> 'verification' as part, ${reached} as rung from ${rowsOf(id, 'commitment')} and jsonb_typeof(facts -> 'update') = 'object'`),
    rows: counted(sql`array_position(${[...verifications]}::text[], part)`), covered: reportedOn(id),
  }),
  groups: (id) => ({
    tables: behind(sql`select kind, record_id, (jsonb_each_text(facts -> 'groups')).*, ${reached} from ${rowsOf(id, 'commitment')}`, 'kind, record_id, part, designed_in, rung'),
    rows: sql`
      select part, count(*)::text as value, count(*)::int as count, null::text as currency, count(*) filter (where designed_in = 'true')::text as first
      from behind group by part order by count(*), part collate "C"`,
    covered: reportedOn(id),
  }),
  ladder: (id) => ({
    tables: sql`steps as materialized (${steps(id)}), ${behind(sql`select kind, record_id, case when usd is null then 'unconverted' else part end as part, rung from steps`)}`,
    rows: sql`
      select part, trim_scale(coalesce(sum(usd), 0))::text as value, count(usd)::int as count, 'USD' as currency, null::text as first
      from steps group by part, place having count(usd) > 0 order by place`,
    covered: sql`select count(usd)::int as reporting, count(*)::int as expected from steps`,
    weighed: sql`select kind, record_id, part, coalesce(usd, 0) as value, amount, currency, case when currency = 'USD' then 1 else per_usd end as per_usd from steps`,
  }),
  currencies: (id) => ({
    tables: sql`payments as materialized (${payments(id)}), ${behind(sql`select kind, record_id, part || ':' || currency as part, rung from payments`)}`,
    rows: sql`
      select part, trim_scale(sum(value))::text as value, count(*)::int as count, currency, null::text as first
      from payments group by part, currency order by part collate "C", currency collate "C"`,
    covered: sql`select count(*) filter (where part not like '%:unknown')::int as reporting, count(*)::int as expected from payments`,
    weighed: sql`select kind, record_id, part || ':' || currency as part, value, value as amount, currency, null::numeric as per_usd from payments`,
  }),
  total_a: (id) => totalIn('total_a', id),
  total_b: (id) => totalIn('total_b', id),
  total_c: (id) => totalIn('total_c', id),
  members: (id) => ({
    tables: behind(sql`select kind, record_id, coalesce(facts ->> 'constituency', 'unknown') as part, null::text as rung from ${rowsOf(id, 'member')}`),
    rows: counted(),
    covered: sql`select count(*) filter (where (facts ->> 'reported')::boolean)::int as reporting, count(*) filter (where (facts ->> 'leads')::boolean)::int as expected from ${rowsOf(id, 'member')}`,
  }),
  work: (id) => ({
    tables: behind(sql`
      select kind, record_id, case when kind = 'endorsement' then 'endorsements' else 'decisions_' || (facts ->> 'status') end as part, null::text as rung from ${rowsOf(id, 'endorsement', 'decision')}
      union all select distinct 'session', facts ->> 'session_id', 'sessions', null from ${rowsOf(id, 'decision')} and facts ->> 'session_id' is not null`),
    rows: counted(sql`part = 'endorsements' desc`), covered: sql`select count(*)::int as reporting, count(*)::int as expected from behind`,
  }),
};

/** FI-5: cash alone; other kinds stand apart. FI-8: pledged, then the provider's commitments (2) and disbursements (3). */
const steps = (id: string) => sql`
  select kind, record_id, 'pledged' as part, 1 as place, ${looked} as rung, (facts ->> 'amount_usd')::numeric as usd,
    (facts ->> 'amount')::numeric as amount, facts ->> 'currency' as currency, (facts ->> 'units_per_usd')::numeric as per_usd from ${rowsOf(id, 'pledge')} and facts ->> 'kind' = 'cash'
  union all
  select kind, record_id, case facts ->> 'type' when '2' then 'committed' else 'disbursed' end, case facts ->> 'type' when '2' then 2 else 3 end, ${looked}, (facts ->> 'value_usd')::numeric, (facts ->> 'value')::numeric, facts ->> 'currency', (facts ->> 'units_per_usd')::numeric
  from ${rowsOf(id, 'transaction')} and facts ->> 'of' = 'pledge' and facts ->> 'kind' = 'cash' and facts ->> 'type' in ('2', '3')`;

const payments = (id: string) => sql`
  select kind, record_id, (facts ->> 'of') || ':' || coalesce(facts ->> 'type', 'unknown') as part, facts ->> 'currency' as currency, (facts ->> 'value')::numeric as value, ${looked} as rung from ${rowsOf(id, 'transaction')}`;
