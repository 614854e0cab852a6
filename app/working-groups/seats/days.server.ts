import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#app/platform/clock';

/** Whether a row of `seats`, under an alias, holds on a day, both its days included: a day of the meeting's calendar, or what SQL makes one of. */
export function holdsOn(alias: string, day: Day | RawBuilder<unknown>): RawBuilder<boolean> {
  const [from, until] = [sql.ref(`${alias}.from_on`), sql.ref(`${alias}.until_on`)];
  const on = typeof day === 'string' ? sql`${day}::date` : day;
  return sql<boolean>`(${from} <= ${on} and (${until} is null or ${until} >= ${on}))`;
}
