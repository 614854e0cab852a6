import { dayOf } from '#app/platform/clock';
import type { Reader } from '#app/platform/database.server';
import { holdsOn } from '#app/working-groups/seats/days.server';

interface Meeting {
  readonly starts_at: Date;
  readonly time_zone: string;
  readonly working_group_id: string;
}

/** Who is on a seat of the group on the day of the meeting, holders and alternates, each once: whom a convened session writes to. */
export async function peopleOnSeats(db: Reader, session: Meeting): Promise<string[]> {
  const day = dayOf(session.starts_at, session.time_zone);
  const seats = await db.selectFrom('seats').select(['holder_id', 'alternate_id']).where('working_group_id', '=', session.working_group_id)
    .where(holdsOn('seats', day)).execute();
  return [...new Set(seats.flatMap((seat) => [seat.holder_id, seat.alternate_id]).filter((id) => id !== null))];
}
