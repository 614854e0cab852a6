import { sql, type RawBuilder } from 'kysely';
import { dayOf } from '#app/platform/clock';

/** The row that holds now of the seat whose row `first` was in the base, else its last one: people change while a procedure runs. */
export const seatNow = (now: Date): RawBuilder<string> => sql<string>`(
  select y.id from seats y where y.place_id = first.place_id
  order by (y.from_on <= ${dayOf(now)}::date and (y.until_on is null or y.until_on >= ${dayOf(now)}::date)) desc, y.from_on desc limit 1)`;
