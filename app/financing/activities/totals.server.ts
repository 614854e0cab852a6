import { sql, type RawBuilder } from 'kysely';
import type { PublishedTotals } from '#app/financing/totals/model';
import type { Ladder } from '#app/financing/ladder/model';
import type { Reader } from '#app/platform/database.server';

/** What an activity's transactions say in US dollars: each rung from one leg (FI-8), and how many rows have no rate (FI-6). */
export interface ActivityMoney {
  readonly transactions: number;
  readonly unconverted: number;
  readonly ladder: Omit<Ladder, 'announced' | 'pledged'>;
}

interface MoneyRow {
  readonly id: string;
  readonly transactions: number;
  readonly unconverted: number;
  readonly committed: string;
  readonly disbursed: string;
  readonly spent: string;
}

/**
 * Table `valued`: transactions of the activities that `which` selects (over the alias `t`), in US dollars, each with the legs of its
 * activity. A rate is looked up once for a currency and day: asking for each of thousands of rows would cost a hundred times as much.
 */
const valued = (which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  rated as materialized (
    select pair.currency, pair.value_on, case when pair.currency = 'USD' then 1 else r.units_per_usd end as units
    from (select distinct currency, value_on from transactions t where ${which}) pair
      left join lateral rate_for(pair.currency, pair.value_on) r on pair.currency <> 'USD'
  ),
  legs as (
    select activity_id, case when bool_or(type_code = '2') then '2' else '11' end as committed, case when bool_or(type_code = '3') then '3' else '1' end as disbursed
    from transactions t where ${which} group by activity_id
  ),
  valued as (
    select t.activity_id, t.type_code, legs.committed, legs.disbursed, case when t.currency = 'USD' then t.value else round(t.value / rated.units, 6) end as usd
    from transactions t join rated using (currency, value_on) join legs using (activity_id) where ${which}
  )`;

const rungs = sql`
  count(*)::int as transactions, (count(*) filter (where usd is null))::int as unconverted,
  trim_scale(coalesce(sum(usd) filter (where type_code = committed), 0))::text as committed,
  trim_scale(coalesce(sum(usd) filter (where type_code = disbursed), 0))::text as disbursed,
  trim_scale(coalesce(sum(usd) filter (where type_code = '4'), 0))::text as spent`;

export async function publishedTotals(db: Reader): Promise<PublishedTotals> {
  const found = await sql<MoneyRow & { activities: number }>`
    with ${valued(sql`t.activity_id is not null`)}
    select (select count(*) from activities)::int as activities, ${rungs} from valued`.execute(db);
  const [row] = found.rows;
  return { activities: row?.activities ?? 0, ...moneyOfRow(row) };
}

/** By the activity's id; one without transactions is absent. */
export async function moneyOfActivities(db: Reader, ids: readonly string[]): Promise<Map<string, ActivityMoney>> {
  const found = await sql<MoneyRow>`
    with ${valued(sql`t.activity_id = any(${ids}::uuid[])`)}
    select activity_id as id, ${rungs} from valued group by activity_id`.execute(db);
  return new Map(found.rows.map((row) => [row.id, moneyOfRow(row)]));
}

const moneyOfRow = (row: MoneyRow | undefined): ActivityMoney => ({
  transactions: row?.transactions ?? 0,
  unconverted: row?.unconverted ?? 0,
  ladder: { committed: row?.committed ?? '0', disbursed: row?.disbursed ?? '0', spent: row?.spent ?? '0' },
});
