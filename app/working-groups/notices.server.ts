import { dayOf, type Day } from '#app/platform/clock';
import type { Reader } from '#app/platform/database.server';
import { holdsOn } from '#app/working-groups/seats/days.server';

interface Meeting {
  readonly starts_at: Date;
  readonly time_zone: string;
  readonly working_group_id: string;
}

/** Who is on a seat of a group on a day, holders and alternates, each once. */
export async function peopleSeatedOn(db: Reader, groupId: string, day: Day): Promise<string[]> {
  const seats = await db.selectFrom('seats').select(['holder_id', 'alternate_id']).where('working_group_id', '=', groupId).where(holdsOn('seats', day)).execute();
  return [...new Set(seats.flatMap((seat) => [seat.holder_id, seat.alternate_id]).filter((id) => id !== null))];
}

/** Who is on a seat of the group on the day of the meeting: whom a convened session writes to. */
export const peopleOnSeats = (db: Reader, { starts_at, time_zone, working_group_id }: Meeting): Promise<string[]> => peopleSeatedOn(db, working_group_id, dayOf(starts_at, time_zone));
