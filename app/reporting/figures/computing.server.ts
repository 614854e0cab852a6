import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { verifications } from '#app/records/verification/model';
import { rowsWithExpected } from '#app/reporting/snapshots/rows.server';
import type { Coverage, FigureKey, FigureResult, FigureRow, RungCount } from './model';
import { totalIn } from './totals.server';

/**
 * Computes a figure from the rows of a snapshot and from nothing else (RP-1), in SQL, so that sums stay exact.
 * The same snapshot always gives the same result, byte for byte.
 */
export async function computeFigure(db: Reader, snapshotId: string, key: FigureKey): Promise<FigureResult> {
  const { rows, covered } = figures[key](snapshotId);
  const [found, coverage] = [await rows.execute(db), await covered.execute(db)];
  const { reporting = 0, expected = 0 } = coverage.rows[0] ?? {};
  return { rows: found.rows, reporting, expected, missing: expected - reporting };
}

/** A fingerprint of a result, stored or computed: what publication compares (RP-2). */
export function fingerprintOf(result: FigureResult): string {
  const rows = result.rows.map(({ part, value, count, currency, first }) => [part, value, count, currency, first]);
  return createHash('sha256').update(JSON.stringify([rows, result.reporting, result.expected, result.missing])).digest('hex');
}

/** The records behind each row of a figure: what its page lists, and what the page of a record links to. */
export const recordsOf = (key: FigureKey, snapshotId: string): RawBuilder<Counted> => figures[key](snapshotId).behind;

/** What each record adds to each part: `kind, record_id, part, value`, and of money what it was converted from: `amount, currency, per_usd`. */
export const weightsOf = (key: FigureKey, snapshotId: string): RawBuilder<unknown> => {
  const { behind, weighed } = figures[key](snapshotId);
  return weighed ?? sql`select kind, record_id, part, 1::numeric as value, 1::numeric as amount, null::text as currency, null::numeric as per_usd from (${behind}) as counted`;
};

/** Who has looked at what a figure counts, part by part; null where nobody looks at records of its kind. */
export async function rungsIn(db: Reader, snapshotId: string, key: FigureKey): Promise<RungCount[] | null> {
  if (key === 'members' || key === 'work') return null;
  const found = await sql<RungCount>`
    select part, rung, count(*)::int as count from (${recordsOf(key, snapshotId)}) as counted
    group by part, rung order by part collate "C", array_position(${['not_reported', ...verifications]}::text[], rung)`.execute(db);
  return found.rows;
}

interface Counted {
  readonly kind: string;
  readonly record_id: string;
  readonly part: string;
  /** Who has looked at it, told with it so that nothing has to be found a second time; not there where nobody looks at records of its kind. */
  readonly rung?: string;
}

interface Computation {
  readonly rows: RawBuilder<FigureRow>;
  readonly covered: RawBuilder<Coverage>;
  readonly behind: RawBuilder<Counted>;
  /** Where a record does not simply add one. */
  readonly weighed?: RawBuilder<unknown>;
}

/** The rung of a commitment, and that of a pledge or a payment. */
const [reached, looked] = [sql`coalesce(facts -> 'update' ->> 'verification', 'not_reported')`, sql`coalesce(facts ->> 'verification', 'self_reported')`];

const rowsOf = (id: string, ...kinds: readonly string[]) => sql`snapshot_rows where snapshot_id = ${id}::uuid and kind = any(${kinds}::text[])`;

/** Counts what a selection of `kind, record_id, part` holds, most first unless told. */
const counted = (behind: RawBuilder<unknown>, order = sql`count(*) desc`): RawBuilder<FigureRow> => sql<FigureRow>`
  select part, count(*)::text as value, count(*)::int as count, null::text as currency, null::text as first from (${behind}) as counted
  group by part order by ${order}, part collate "C"`;

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
  standing: (id) => {
    const behind = sql<never>`select kind, record_id, facts ->> 'standing' as part, ${reached} as rung from ${rowsOf(id, 'commitment')}`;
    return { behind, rows: counted(behind), covered: reportedOn(id) };
  },
  clauses: (id) => {
    const behind = sql<never>`select kind, record_id, jsonb_array_elements_text(facts -> 'clauses') as part, ${reached} as rung from ${rowsOf(id, 'commitment')}`;
    return { behind, rows: counted(behind, sql`count(*)`), covered: reportedOn(id) };
  },
  rungs: (id) => {
    const behind = sql<never>`select kind, record_id, facts -> 'update' ->> 'verification' as part, ${reached} as rung from ${rowsOf(id, 'commitment')} and jsonb_typeof(facts -> 'update') = 'object'`;
    return { behind, rows: counted(behind, sql`array_position(${[...verifications]}::text[], part)`), covered: reportedOn(id) };
  },
  groups: (id) => ({
    behind: sql<Counted>`select kind, record_id, jsonb_object_keys(facts -> 'groups') as part, ${reached} as rung from ${rowsOf(id, 'commitment')}`,
    rows: sql`
      select part, count(*)::text as value, count(*)::int as count, null::text as currency, count(*) filter (where designed_in = 'true')::text as first
      from (select (jsonb_each_text(facts -> 'groups')).* from ${rowsOf(id, 'commitment')}) as named (part, designed_in)
      group by part order by count(*), part collate "C"`,
    covered: reportedOn(id),
  }),
  ladder: (id) => ({
    behind: sql`select kind, record_id, case when usd is null then 'unconverted' else part end as part, rung from (${steps(id)}) as steps`,
    rows: sql`
      select part, trim_scale(coalesce(sum(usd), 0))::text as value, count(usd)::int as count, 'USD' as currency, null::text as first
      from (${steps(id)}) as steps group by part, place having count(usd) > 0 order by place`,
    covered: sql`select count(usd)::int as reporting, count(*)::int as expected from (${steps(id)}) as steps`,
    weighed: sql`select kind, record_id, part, coalesce(usd, 0) as value, amount, currency, case when currency = 'USD' then 1 else per_usd end as per_usd from (${steps(id)}) as steps`,
  }),
  currencies: (id) => ({
    behind: sql`select kind, record_id, part || ':' || currency as part, rung from (${payments(id)}) as payments`,
    rows: sql`
      select part, trim_scale(sum(value))::text as value, count(*)::int as count, currency, null::text as first
      from (${payments(id)}) as payments group by part, currency order by part collate "C", currency collate "C"`,
    covered: sql`select count(*) filter (where part not like '%:unknown')::int as reporting, count(*)::int as expected from (${payments(id)}) as payments`,
    weighed: sql`select kind, record_id, part || ':' || currency as part, value, value as amount, currency, null::numeric as per_usd from (${payments(id)}) as payments`,
  }),
  total_a: (id) => totalIn('total_a', id),
  total_b: (id) => totalIn('total_b', id),
  total_c: (id) => totalIn('total_c', id),
  members: (id) => {
    const behind = sql<never>`select kind, record_id, coalesce(facts ->> 'constituency', 'unknown') as part from ${rowsOf(id, 'member')}`;
    return {
      behind, rows: counted(behind),
      covered: sql`select count(*) filter (where (facts ->> 'reported')::boolean)::int as reporting, count(*) filter (where (facts ->> 'leads')::boolean)::int as expected from ${rowsOf(id, 'member')}`,
    };
  },
  work: (id) => {
    const behind = sql<never>`
      select kind, record_id, case when kind = 'endorsement' then 'endorsements' else 'decisions_' || (facts ->> 'status') end as part from ${rowsOf(id, 'endorsement', 'decision')}
      union all select distinct 'session', facts ->> 'session_id', 'sessions' from ${rowsOf(id, 'decision')} and facts ->> 'session_id' is not null`;
    return { behind, rows: counted(behind, sql`part = 'endorsements' desc`), covered: sql`select count(*)::int as reporting, count(*)::int as expected from (${behind}) as behind` };
  },
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
