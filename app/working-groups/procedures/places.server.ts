import { sql, type RawBuilder } from 'kysely';
import { dayOf } from '#app/platform/clock';
import { holdsOn } from '#app/working-groups/seats/days.server';

/** The row that holds now of the seat whose row `first` was in the base, else its last one: people change while a procedure runs. */
export const seatNow = (now: Date): RawBuilder<string> => sql<string>`(
  select y.id from seats y where y.place_id = first.place_id
  order by (${holdsOn('y', dayOf(now))}) desc, y.from_on desc limit 1)`;
