import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { isDay } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, everyRow, type Page, totalOf } from '#app/table/keyset';
import { beyond, markOf, way, within, type SortKey } from '#app/table/keyset.server';
import type { ListState } from '#app/table/state';
import type { BudgetFilter, BudgetLineRow, BudgetSort } from './list';
import type { FiscalStart } from './model';

export type BudgetState = ListState<BudgetFilter, BudgetSort>;

const byYear: SortKey = { key: sql`b.year_from`, text: sql`b.year_from::text`, cast: sql`::date`, valid: isDay };
const pageSize = 50;

/** One condition for each filter over `budget_lines as b` and its `commitments as c`. */
const conditions: Readonly<Record<BudgetFilter, (values: readonly string[]) => RawBuilder<unknown>>> = {
  country: (values) => within(sql`b.country_iso2`, values),
  region: (values) => sql`exists (select from countries x where x.iso2 = b.country_iso2 and (${within(sql`x.region_m49`, values)} or ${within(sql`x.subregion_m49`, values)}))`,
  commitment: (values) => within(sql`c.ref`, values),
  year: (values) => within(sql`to_char(b.year_from, 'YYYY')`, values),
  state: (values) => within(sql`case when b.withdrawn_on is null then 'standing' else 'withdrawn' end`, values),
};

/** A line is read by whoever reads the commitment that it is for. */
const matching = (viewer: Actor, filters: BudgetState['filters'], view: View): RawBuilder<unknown> =>
  sql.join([readable(viewer, view), ...(Object.entries(filters) as [BudgetFilter, readonly string[]][]).map(([filter, values]) => conditions[filter](values))], sql` and `);

const columns = (view: View): RawBuilder<unknown> => sql`b.id, b.country_iso2, coalesce(k.name, b.country_iso2) as country, c.ref as commitment_ref, coalesce(t.title, c.ref) as commitment, coalesce(t.language, c.language) as commitment_language,
        b.title, b.code, b.year_from::text, b.year_to::text, b.currency, u.exponent, trim_scale(b.first_budgeted)::text as first_budgeted, trim_scale(b.budgeted)::text as budgeted,
        trim_scale(b.spent)::text as spent, b.spent_as_of::text, trim_scale(v.budgeted_usd)::text as budgeted_usd, trim_scale(v.spent_usd)::text as spent_usd, v.units_per_usd::text, v.rate_on::text, v.rate_source, v.rate_basis,
        b.source, b.withdrawn_on::text, b.withdrawn_reason, b.version, ${byYear.text} as sort_key
  from budget_lines b join budget_line_values v on v.budget_line_id = b.id join commitments c on c.id = b.commitment_id join currencies u on u.code = b.currency
        left join commitment_texts t on t.commitment_id = c.id and t.language = c.language left join country_texts k on k.iso2 = b.country_iso2 and k.language = ${view.language}`;

/** One page of budget lines, the latest fiscal year first unless asked otherwise. */
export async function listBudgetLines(viewer: Actor, state: BudgetState, view: View, size = pageSize): Promise<Page<BudgetLineRow>> {
  const where = matching(viewer, state.filters, view);
  const [found, counted] = await Promise.all([
    sql<BudgetLineRow & { sort_key: string }>`
      select ${columns(view)} where ${where} and ${beyond(state, byYear, sql`b.id`)} order by b.year_from ${way(state)}, b.id ${way(state)} limit ${size + 1}`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from (select from budget_lines b join commitments c on c.id = b.commitment_id where ${where} limit ${countLimit + 1}) matching`.execute(database()),
  ]);
  return { ...markOf(found.rows, size), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** All of a filter, a page at a time: for files. */
export const allBudgetLines = (viewer: Actor, state: BudgetState, view: View): AsyncGenerator<BudgetLineRow> => everyRow((after) => listBudgetLines(viewer, { ...state, after }, view, 500));

/** One line of a country, where the viewer may read it. */
export async function findBudgetLine(viewer: Actor, iso2: string, id: string, view: View): Promise<BudgetLineRow | undefined> {
  if (!isId(id)) return undefined;
  const found = await sql<BudgetLineRow>`select ${columns(view)} where b.id = ${id} and b.country_iso2 = ${iso2} and ${readable(viewer, view)}`.execute(database());
  return found.rows[0];
}

export type KnownStart = FiscalStart & { readonly source: string; readonly version: number };

/** When a country's fiscal year begins; undefined where nobody has said. */
export async function fiscalStartOf(iso2: string): Promise<KnownStart | undefined> {
  return database().selectFrom('fiscal_years').select(['starts_month', 'starts_day', 'source', 'version']).where('country_iso2', '=', iso2).executeTakeFirst();
}

/** BU-1: whether a country leads `commitments as c` or is among its countries. */
export const hasPart = (iso2: string): RawBuilder<unknown> => sql`(c.lead_country_iso2 = ${iso2} or exists (select from commitment_countries x where x.commitment_id = c.id and x.country_iso2 = ${iso2}))`;

/** A commitment that a country can budget for. */
export interface BudgetCommitment {
  readonly ref: string;
  readonly title: string;
}

/** What a country leads, or has a part in: what a line can be for. */
export async function commitmentsToBudget(viewer: Actor, iso2: string, view: View): Promise<readonly BudgetCommitment[]> {
  const found = await sql<BudgetCommitment>`
    select c.ref, coalesce(t.title, c.ref) as title from commitments c left join commitment_texts t on t.commitment_id = c.id and t.language = c.language
    where ${hasPart(iso2)} and ${readable(viewer, view)}
    order by c.lead_country_iso2 is distinct from ${iso2}, 2, c.ref limit 500`.execute(database());
  return found.rows;
}
