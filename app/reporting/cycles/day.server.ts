import { sql, type RawBuilder } from 'kysely';
import { dayOf, type Day } from '#app/platform/clock';
import type { Reader } from '#app/platform/database.server';
import type { Expecting } from './expected.server';

/** CY-7: the day that it is where a coalition is, for a question of many at once. `coalition`: the column or value that names it. */
export const dayThere = (now: Date, coalition: RawBuilder<unknown>): RawBuilder<Day> =>
  sql<Day>`(${now}::timestamptz at time zone (select k.time_zone from coalitions k where k.id = ${coalition}))::date`;

/** CY-7: the instant at which a day is over where a coalition is. */
export const endThere = (day: unknown, coalition: unknown): RawBuilder<Date> =>
  sql<Date>`(select (${day}::date + 1)::timestamp at time zone k.time_zone from coalitions k where k.id = ${coalition}::uuid)`;

/** CY-7: the day that it is where a coalition is. */
export async function todayOfCoalition(db: Reader, coalition_id: string, now: Date): Promise<Day> {
  const { time_zone } = await db.selectFrom('coalitions').select('time_zone').where('id', '=', coalition_id).executeTakeFirstOrThrow();
  return dayOf(now, time_zone);
}

/** Cycles in which somebody may send updates on this day: open, in their grace, or with more time for a lead. */
export async function openCycles(db: Reader, now: Date): Promise<(Expecting & { readonly ref: string; readonly time_zone: string })[]> {
  const found = await sql<Expecting & { ref: string; time_zone: string }>`
    select y.id, y.ref, y.coalition_id, y.year, y.due_on, c.time_zone from cycles y join coalitions c on c.id = y.coalition_id, lateral (select ${dayThere(now, sql.ref('y.coalition_id'))} as today) d
    where y.published_at is null and y.opens_on <= d.today and (y.lock_on >= d.today or exists (select from cycle_extensions e where e.cycle_id = y.id and e.until_on >= d.today)) order by y.ref`.execute(db);
  return found.rows;
}
