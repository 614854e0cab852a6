import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { verifications } from '#app/records/verification/model';
import { recordsOf, weightsOf } from '../computing.server';
import type { FigureKey, FigureResult, FigureRow, RungCount } from '../model';
import { nameOf, type Subject } from '../subjects';
import { belongsTo, withOwners } from './belonging.server';
import type { Source } from './source.server';

/** What is computed of a narrowed figure: by the same rules as the whole one, of the records that belong to its subject. */
export interface Narrowed {
  readonly subject: Subject;
  readonly result: FigureResult;
  readonly verification: RungCount[] | null;
}

interface Row {
  readonly kind: Subject['kind'];
  readonly ref: string;
  readonly rows: readonly FigureRow[];
  readonly rungs: readonly RungCount[];
  readonly reporting: number;
  readonly expected: number;
}

/** FG-8: a figure narrowed to each of some subjects, in one statement for all of them; by their names. */
export async function computeNarrowed(db: Reader, source: Source, key: FigureKey, subjects: readonly Subject[]): Promise<Map<string, Narrowed>> {
  if (subjects.length === 0) return new Map();
  const found = await sql<Row>`
    with ${source.told} ${belongsTo(source.id, subjects)},
    ${withOwners(recordsOf(key, source.id))},
    added as (${valued(source.id, key)}),
    parts as (select of, subject, jsonb_agg(jsonb_build_object('part', part, 'value', value, 'count', count, 'currency', currency, 'first', first)) as rows from added group by of, subject),
    looked as (select of, subject, part, rung, count(*)::int as count from met where rung is not null group by 1, 2, 3, 4),
    rungs as (select of, subject, jsonb_agg(jsonb_build_object('part', part, 'rung', rung, 'count', count)) as rungs from looked group by of, subject),
    covered as (${coverage(source.id, key)})
    select w.of as kind, w.subject as ref, coalesce(p.rows, '[]') as rows, coalesce(r.rungs, '[]') as rungs, coalesce(v.reporting, 0) as reporting, coalesce(v.expected, 0) as expected
    from wanted w left join parts p using (of, subject) left join rungs r using (of, subject) left join covered v using (of, subject)`.execute(db);
  return new Map(found.rows.map(({ kind, ref, rows, rungs, reporting, expected }) => {
    const subject = { kind, ref };
    return [nameOf(key, subject), { subject, result: { rows: rows.toSorted(orders[key] ?? most), reporting, expected, missing: expected - reporting }, verification: key === 'members' || key === 'work' ? null : rungs.toSorted(byRung) }];
  }));
}

/** Each part with what it adds up to. Of money for a country that shares a pledge with others its share counts, to six decimals. */
const valued = (id: string, key: FigureKey): RawBuilder<unknown> => {
  if (key !== 'ladder') {
    const first = key === 'groups' ? sql`count(*) filter (where s.facts -> 'groups' ->> c.part = 'true')::text` : sql`null::text`;
    return sql`select c.of, c.subject, c.part, count(*)::text as value, count(*)::int as count, null::text as currency, ${first} as first
      from met c left join snapshot_rows s on ${key === 'groups' ? sql`s.snapshot_id = ${id}::uuid and s.kind = c.kind and s.record_id = c.record_id` : sql`false`} group by 1, 2, 3`;
  }
  return sql`
    with weighed as materialized (select c.of, c.subject, c.share, part, w.value from met c full join (${weightsOf(key, id)}) as w using (kind, record_id, part))
    select of, subject, part, trim_scale(coalesce(sum(case when share = 1 then value else round(value * share, 6) end), 0))::text as value, count(*)::int as count, 'USD' as currency, null::text as first
    from weighed where of is not null and value is not null group by 1, 2, 3`;
};

/** RP-4: n of N of the subject, by the same question as that of the whole figure. */
function coverage(id: string, key: FigureKey): RawBuilder<unknown> {
  if (key === 'ladder') return sql`select of, subject, count(*) filter (where part <> 'unconverted')::int as reporting, count(*)::int as expected from met group by 1, 2`;
  if (key === 'work') return sql`select of, subject, count(*)::int as reporting, count(*)::int as expected from met group by 1, 2`;
  const asked = (kind: string, due: RawBuilder<unknown>, belonging: string) => sql`
    with ${withOwners(sql`select ${belonging} as kind, record_id, (facts ->> 'reported')::boolean as reported, ${due} as due from snapshot_rows where snapshot_id = ${id}::uuid and kind = ${kind}`)}
    select of, subject, count(*) filter (where reported)::int as reporting, count(*) filter (where due)::int as expected from met group by 1, 2`;
  if (key === 'members') return asked('member', sql`(facts ->> 'leads')::boolean`, 'member');
  return asked('expected', sql`((facts ->> 'reported')::boolean or (facts ->> 'expected')::boolean)`, 'commitment');
}

type Order = (one: FigureRow, other: FigureRow) => number;
const byPart: Order = (one, other) => (one.part < other.part ? -1 : one.part > other.part ? 1 : 0);
const most: Order = (one, other) => other.count - one.count || byPart(one, other);
const least: Order = (one, other) => one.count - other.count || byPart(one, other);
const inOrder = (order: readonly string[]): Order => (one, other) => order.indexOf(one.part) - order.indexOf(other.part) || byPart(one, other);
/** As the rows of the whole figure are ordered. */
const orders: Readonly<Partial<Record<FigureKey, Order>>> = {
  clauses: least, groups: least, rungs: inOrder(verifications), ladder: inOrder(['pledged', 'committed', 'disbursed']),
  work: (one, other) => Number(other.part === 'endorsements') - Number(one.part === 'endorsements') || byPart(one, other),
};
const rungOrder: readonly string[] = ['not_reported', ...verifications];
const byRung = (one: RungCount, other: RungCount): number => (one.part < other.part ? -1 : one.part > other.part ? 1 : rungOrder.indexOf(one.rung) - rungOrder.indexOf(other.rung));
