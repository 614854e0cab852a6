import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { pledgesVisibleTo, transactionsVisibleTo } from '#app/financing/pledges/visible.server';
import { isDay } from '#app/platform/clock';
import { database, type Reader } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, everyRow, readMark, totalOf, writeMark, type Page } from '#app/table/keyset';
import type { ListState } from '#app/table/state';
import type { RateFilter } from './list';

export type RateState = ListState<RateFilter, 'date'>;

/** A rate as it stands for good: units of the currency for one US dollar. */
export interface RateRow {
  readonly id: string;
  readonly currency: string;
  readonly rate_on: string;
  readonly units_per_usd: string;
  readonly period: 'day' | 'month' | 'year';
  readonly source: string;
  readonly issuer: string | null;
  /** `used`: the first of its currency, day and period; `beside`: another source came before it; `corrected`, or a `correction` and its reason. */
  readonly standing: 'used' | 'beside' | 'corrected' | 'correction';
  readonly reason: string | null;
  /** How many amounts that the viewer may read are converted into US dollars at it. */
  readonly amounts: number;
}

/** Which of several rows of one currency, day and period is taken, FI-6: as `rate_for` decides. */
const standing = sql<RateRow['standing']>`case
  when r.corrects is not null then case when exists (select from exchange_rates c where c.corrects = r.corrects and (c.created_at, c.id) > (r.created_at, r.id)) then 'corrected' else 'correction' end
  when exists (select from exchange_rates c where c.corrects = r.id) then 'corrected'
  when exists (select from exchange_rates o where o.currency = r.currency and o.rate_on = r.rate_on and o.period = r.period and o.corrects is null and (o.created_at, o.id) < (r.created_at, r.id)) then 'beside'
  else 'used' end`;

const conditionOf = ({ currency = [], year = [], source = [] }: RateState['filters']): RawBuilder<unknown> => sql`(${currency.length} = 0 or r.currency = any(${currency.map((code) => code.toUpperCase())}::text[]))
  and (${year.length} = 0 or extract(year from r.rate_on)::text = any(${year}::text[])) and (${source.length} = 0 or r.source = any(${source}::text[]))`;

/** The rates of the installation, latest first. */
export async function listRates(viewer: Actor, state: RateState, view: View, size = 50): Promise<Page<RateRow>> {
  const db = database();
  const where = conditionOf(state.filters);
  const mark = readMark(state.after, isDay, isId);
  const { descending } = state.sort;
  const way = descending ? sql`desc` : sql`asc`;
  const beyond = mark === undefined ? sql`` : sql`and (r.rate_on, r.id) ${descending ? sql`<` : sql`>`} (${mark.value}::date, ${mark.id}::uuid)`;
  const [found, counted] = await Promise.all([
    sql<Omit<RateRow, 'amounts'>>`select r.id, r.currency, r.rate_on, trim_scale(r.units_per_usd)::text as units_per_usd, r.period, r.source, r.issuer, ${standing} as standing, r.reason
      from exchange_rates r where ${where} ${beyond} order by r.rate_on ${way}, r.id ${way} limit ${size + 1}`.execute(db),
    sql<{ count: number }>`select count(*)::int as count from (select from exchange_rates r where ${where} limit ${countLimit + 1}) counted`.execute(db),
  ]);
  const rows = found.rows.slice(0, size);
  const amounts = await amountsAt(db, viewer, view, rows);
  const last = found.rows.length > size ? rows.at(-1) : undefined;
  const next = last === undefined ? null : writeMark({ value: last.rate_on, id: last.id });
  return { rows: rows.map((row) => ({ ...row, amounts: amounts.get(row.id) ?? 0 })), next, total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** All rates of a filter, a page at a time: for files. */
export const allRates = (viewer: Actor, state: RateState, view: View): AsyncGenerator<RateRow> => everyRow((after) => listRates(viewer, { ...state, after }, view, 2000));

/** Which currencies and sources there are, for the filters. */
export async function rateChoices(): Promise<{ readonly currencies: readonly string[]; readonly sources: readonly string[] }> {
  const found = await sql<{ currencies: string[]; sources: string[] }>`
    select array(select distinct currency from exchange_rates order by 1) as currencies, array(select distinct source from exchange_rates order by 1) as sources`.execute(database());
  return found.rows[0] ?? { currencies: [], sources: [] };
}

/** Amounts of pledges and transactions by the rate that each is converted at: looked up once for a currency and day, in the years of these rates. */
async function amountsAt(db: Reader, viewer: Actor, view: View, rows: readonly Pick<RateRow, 'currency' | 'rate_on'>[]): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map();
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  const years = rows.map(({ rate_on }) => rate_on.slice(0, 4)).toSorted();
  const of = (column: string) => sql`${sql.ref(column)} = any(${currencies}::text[]) and ${sql.ref(column)} <> 'USD'`;
  const span = (column: string) => sql`${sql.ref(column)} between ${`${years[0] ?? '1900'}-01-01`}::date and ${`${years.at(-1) ?? '1900'}-12-31`}::date`;
  const found = await sql<{ rate_id: string; amounts: number }>`
    with told as (
      select p.currency, p.announced_on as rated_on from pledges p where ${of('p.currency')} and ${span('p.announced_on')} and ${pledgesVisibleTo(viewer, view)}
      union all
      select t.currency, t.value_on from transactions t left join pledges p on p.id = t.pledge_id where ${of('t.currency')} and ${span('t.value_on')} and ${transactionsVisibleTo(viewer, view)}
    ),
    days as (select currency, rated_on, count(*) as amounts from told group by currency, rated_on)
    select r.rate_id, sum(days.amounts)::int as amounts from days cross join lateral rate_for(days.currency, days.rated_on) r group by r.rate_id`.execute(db);
  return new Map(found.rows.map(({ rate_id, amounts }) => [rate_id, amounts]));
}
