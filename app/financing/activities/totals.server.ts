import { sql, type RawBuilder } from 'kysely';
import { ratedAs, ratedInto, valueInto } from '#app/financing/money/rated.server';
import type { PublishedTotals } from '#app/financing/totals/model';
import type { Ladder } from '#app/financing/ladder/model';
import type { Reader } from '#app/platform/database.server';

/** What an activity's transactions say in the reporting currency: each rung from one leg (FI-8), and how many rows have no rate (FI-6). */
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

/** Table `valued`: transactions of the activities that `which` selects (over the alias `t`), in the reporting currency, each with the legs of its activity. */
const valued = (which: RawBuilder<unknown>, target: string): RawBuilder<unknown> => sql`
  ${ratedInto(target, sql`select t.currency, t.value_on from transactions t where ${which}`)},
  legs as (
    select activity_id, case when bool_or(type_code = '2') then '2' else '11' end as committed, case when bool_or(type_code = '3') then '3' else '1' end as disbursed
    from transactions t where ${which} group by activity_id
  ),
  valued as (
    select t.activity_id, t.type_code, legs.committed, legs.disbursed, ${valueInto(target, sql`t.value`)} as usd
    from transactions t join rated on ${ratedAs(sql`t.currency`, sql`t.value_on`)} join legs using (activity_id) where ${which}
  )`;

const rungs = sql`
  count(*)::int as transactions, (count(*) filter (where usd is null))::int as unconverted,
  trim_scale(coalesce(sum(usd) filter (where type_code = committed), 0))::text as committed,
  trim_scale(coalesce(sum(usd) filter (where type_code = disbursed), 0))::text as disbursed,
  trim_scale(coalesce(sum(usd) filter (where type_code = '4'), 0))::text as spent`;

export async function publishedTotals(db: Reader, target = 'USD'): Promise<PublishedTotals> {
  const found = await sql<MoneyRow & { activities: number }>`
    with ${valued(sql`t.activity_id is not null`, target)}
    select (select count(*) from activities)::int as activities, ${rungs} from valued`.execute(db);
  const [row] = found.rows;
  return { activities: row?.activities ?? 0, ...moneyOfRow(row) };
}

/** By the activity's id; one without transactions is absent. */
export async function moneyOfActivities(db: Reader, ids: readonly string[], target = 'USD'): Promise<Map<string, ActivityMoney>> {
  const found = await sql<MoneyRow>`
    with ${valued(sql`t.activity_id = any(${ids}::uuid[])`, target)}
    select activity_id as id, ${rungs} from valued group by activity_id`.execute(db);
  return new Map(found.rows.map((row) => [row.id, moneyOfRow(row)]));
}

const moneyOfRow = (row: MoneyRow | undefined): ActivityMoney => ({
  transactions: row?.transactions ?? 0,
  unconverted: row?.unconverted ?? 0,
  ladder: { committed: row?.committed ?? '0', disbursed: row?.disbursed ?? '0', spent: row?.spent ?? '0' },
});
