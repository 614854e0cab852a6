import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import { isDay } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, readMark, totalOf, writeMark, type Page } from '#app/table/keyset';
import type { ListState } from '#app/table/state';
import type { RateFilter } from './list';
import type { ratePolicy } from './policy';

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
}

/** The rates of the installation, latest first; and which currencies and sources there are, for the filters. */
export async function listRates(_granted: PermitFor<typeof ratePolicy.list>, state: RateState, size = 50): Promise<Page<RateRow> & { readonly currencies: readonly string[]; readonly sources: readonly string[] }> {
  const db = database();
  const { currency = [], source = [] } = state.filters;
  const where = sql`(${currency.length} = 0 or currency = any(${currency}::text[])) and (${source.length} = 0 or source = any(${source}::text[]))`;
  const mark = readMark(state.after, isDay, isId);
  const { descending } = state.sort;
  const way = descending ? sql`desc` : sql`asc`;
  const beyond = mark === undefined ? sql`` : sql`and (rate_on, id) ${descending ? sql`<` : sql`>`} (${mark.value}::date, ${mark.id}::uuid)`;
  const [found, counted, known] = await Promise.all([
    sql<RateRow>`select id, currency, rate_on, trim_scale(units_per_usd)::text as units_per_usd, period, source, issuer from exchange_rates
      where ${where} ${beyond} order by rate_on ${way}, id ${way} limit ${size + 1}`.execute(db),
    sql<{ count: number }>`select count(*)::int as count from (select from exchange_rates where ${where} limit ${countLimit + 1}) counted`.execute(db),
    sql<{ currencies: string[]; sources: string[] }>`
      select array(select distinct currency from exchange_rates order by 1) as currencies, array(select distinct source from exchange_rates order by 1) as sources`.execute(db),
  ]);
  const rows = found.rows.slice(0, size);
  const last = found.rows.length > size ? rows.at(-1) : undefined;
  const next = last === undefined ? null : writeMark({ value: last.rate_on, id: last.id });
  return { rows, next, total: totalOf(counted.rows[0]?.count ?? 0), currencies: known.rows[0]?.currencies ?? [], sources: known.rows[0]?.sources ?? [] };
}
