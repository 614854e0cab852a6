import { sql, type RawBuilder } from 'kysely';

/**
 * Table `rated`, to stand in a `with`: the rates that lead into `target` on each day, once for each currency and day of `pairs`, a query
 * of two columns. Asking for each of thousands of rows would cost a hundred times as much. Join it by `ratedAs`.
 */
export const ratedInto = (target: string, pairs: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  rated as materialized (
    select pair.currency, ${pairOf(sql`pair.currency`, sql`pair.rated_on`)} as pair, way.*
    from (select distinct currency, rated_on from (${pairs}) given (currency, rated_on)) pair
      cross join lateral rates_between(pair.currency, ${target}::text, pair.rated_on) way
  )`;

const pairOf = (currency: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<unknown> => sql`${currency} || ${day}`;

/**
 * The row of `rated` for what is in a currency on a day. One column of it, not two: the planner, who knows nothing of such a table, takes
 * two that agree for ten thousand times rarer than one, and then works as for a single row.
 */
export const ratedAs = (currency: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<unknown> => sql`rated.pair = ${pairOf(currency, day)}`;

/** A table of those currencies and days of `pairs` from which nothing leads into `target`: found once for all rows that have them. */
export const withoutRate = (target: string, pairs: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select pair.currency, pair.rated_on
  from (select distinct currency, rated_on from (${pairs}) given (currency, rated_on)) pair
    cross join lateral rates_between(pair.currency, ${target}::text, pair.rated_on) way
  where in_currency(1, pair.currency, ${target}::text, way.own_units, way.target_units) is null)`;

/** FI-6: an amount in `target` by the rates that stand in `rated`; null where one is missing, never 0. */
export const valueInto = (target: string, amount: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`in_currency(${amount}, rated.currency, ${target}::text, rated.own_units, rated.target_units)`;
