import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { todayOf, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { actsOf, type Act, type AuditRow } from '#app/records/history/model';
import { countLimit, everyRow, type Page, totalOf } from '#app/table/keyset';
import { beyond, markOf, way, within, type SortKey } from '#app/table/keyset.server';
import type { ListState } from '#app/table/state';
import type { FigureRow, IndicatorFilter, IndicatorSort } from './list';
import type { indicatorPolicy } from './policy';

export type IndicatorState = ListState<IndicatorFilter, IndicatorSort>;

const byYear: SortKey = { key: sql`f.year`, text: sql`f.year::text`, cast: sql`::integer`, valid: (text) => /^\d{4}$/.test(text) };
const pageSize = 50;

/** One condition for each filter over `indicator_figures as f`. */
const conditions: Readonly<Record<IndicatorFilter, (values: readonly string[], view: View) => RawBuilder<unknown>>> = {
  indicator: (values) => within(sql`f.indicator_code`, values),
  country: (values) => within(sql`f.country_iso2`, values),
  region: (values) => sql`exists (select from countries x where x.iso2 = f.country_iso2 and (${within(sql`x.region_m49`, values)} or ${within(sql`x.subregion_m49`, values)}))`,
  group: (values, view) => sql`exists (select from country_group_periods x where x.iso2 = f.country_iso2 and ${within(sql`x.code`, values)} and x.from_on <= ${todayOf(view)} and (x.until_on is null or x.until_on > ${todayOf(view)}))`,
  year: (values) => sql`f.year::text = any(${[...values]}::text[])`,
  figure: (values) => within(sql`f.figure`, values),
  known: (values) => sql`(f.value is not null) = ${!values.includes('no')}`,
};

const matching = (filters: IndicatorState['filters'], view: View): RawBuilder<unknown> =>
  sql.join([sql`true`, ...(Object.entries(filters) as [IndicatorFilter, readonly string[]][]).map(([filter, values]) => conditions[filter](values, view))], sql` and `);

const columns = sql`f.id, f.figure, f.country_iso2, coalesce(k.name, f.country_iso2) as country, f.indicator_code, coalesce(n.name, f.indicator_code) as indicator, i.unit,
  f.disaggregation, f.year, trim_scale(f.value)::text as value, f.missing, f.missing_note, f.source, f.footnote`;
const joins = (view: View): RawBuilder<unknown> => sql`join indicators i on i.code = f.indicator_code left join indicator_texts n on n.code = f.indicator_code and n.language = ${view.language}
  left join country_texts k on k.iso2 = f.country_iso2 and k.language = ${view.language}`;

/** One page of values and benchmarks, the latest year first unless asked otherwise. Everybody reads them. */
export async function listIndicators(_viewer: Actor, state: IndicatorState, view: View, size = pageSize): Promise<Page<FigureRow>> {
  const where = matching(state.filters, view);
  const [found, counted] = await Promise.all([
    sql<FigureRow & { sort_key: string }>`
      with page as materialized (
        select f.*, ${byYear.text} as sort_key, row_number() over (order by f.year ${way(state)}, f.id ${way(state)}) as place from indicator_figures f
        where ${where} and ${beyond(state, byYear, sql`f.id`)} order by f.year ${way(state)}, f.id ${way(state)} limit ${size + 1})
      select ${columns}, f.sort_key from page f ${joins(view)} order by f.place`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from (select from indicator_figures f where ${where} limit ${countLimit + 1}) matching`.execute(database()),
  ]);
  return { ...markOf(found.rows, size), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** All of a filter, a page at a time: for files. */
export const allIndicators = (viewer: Actor, state: IndicatorState, view: View): AsyncGenerator<FigureRow> => everyRow((after) => listIndicators(viewer, { ...state, after }, view, 500));

/** Where a country stands in an indicator: its latest known value, else why there is none, and what it aims at next. */
export interface Standing {
  readonly code: string;
  readonly name: string;
  readonly unit: FigureRow['unit'];
  readonly ascending: boolean;
  readonly value: string | null;
  readonly year: number | null;
  readonly source: string | null;
  readonly missing: FigureRow['missing'];
  readonly missing_note: string | null;
  readonly aim: string | null;
  readonly aim_year: number | null;
}

/** Every indicator as a country page shows it; one that nothing is said of is there too. */
export async function standingsOf(_viewer: Actor, iso2: string, view: View): Promise<readonly Standing[]> {
  const found = await sql<Standing>`
    select i.code, coalesce(n.name, i.code) as name, i.unit, i.ascending, trim_scale(v.value)::text as value, v.year, coalesce(v.source, m.source) as source,
      case when v.id is null then m.missing end as missing, case when v.id is null then m.missing_note end as missing_note, trim_scale(b.value)::text as aim, b.year as aim_year
    from indicators i left join indicator_texts n on n.code = i.code and n.language = ${view.language}
    left join lateral (select * from indicator_values x where x.country_iso2 = ${iso2} and x.indicator_code = i.code and x.disaggregation = 'total' and x.value is not null order by x.year desc limit 1) v on true
    left join lateral (select * from indicator_values x where x.country_iso2 = ${iso2} and x.indicator_code = i.code and x.disaggregation = 'total' and x.value is null order by x.year desc limit 1) m on true
    left join lateral (select * from benchmarks x where x.country_iso2 = ${iso2} and x.indicator_code = i.code order by x.year >= ${Number(todayOf(view).slice(0, 4))} desc, x.year limit 1) b on true
    order by i.position`.execute(database());
  return found.rows;
}

/** A figure with its version, for whoever corrects it. */
export type KeptFigure = FigureRow & { readonly version: number };

/** Every value and benchmark of one indicator in one country, the latest year first. */
export async function figuresOf(_viewer: Actor, iso2: string, code: string, view: View): Promise<readonly KeptFigure[]> {
  const found = await sql<KeptFigure>`
    select ${columns}, coalesce((select x.version from indicator_values x where x.id = f.id), (select x.version from benchmarks x where x.id = f.id)) as version
    from indicator_figures f ${joins(view)} where f.country_iso2 = ${iso2} and f.indicator_code = ${code} order by f.figure, f.year desc, f.disaggregation, f.id`.execute(database());
  return found.rows;
}

const told = ['indicator_values.value', 'indicator_values.missing', 'indicator_values.source', 'benchmarks.value', 'benchmarks.source'];

/** IN-3: what was written and corrected in one indicator of a country, latest first. */
export async function indicatorHistory(granted: PermitFor<typeof indicatorPolicy.history>, code: string): Promise<readonly Act[]> {
  const { country_iso2 } = granted.subject;
  const found = await sql<AuditRow>`
    select transaction_id, told_at, actor_kind, actor_name, rule, table_name, action, before, after from audit_log
    where (table_name, record_id) in (
      select 'indicator_values', id::text from indicator_values where country_iso2 = ${country_iso2} and indicator_code = ${code}
      union all select 'benchmarks', id::text from benchmarks where country_iso2 = ${country_iso2} and indicator_code = ${code})
    order by id desc limit 200`.execute(database());
  return actsOf(found.rows.toReversed(), told);
}
