import { formatDayInZone, formatTime } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import type { Reader, Tx } from '#app/platform/database.server';

interface Meeting {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly starts_at: Date;
  readonly time_zone: string;
  readonly working_group_id: string;
}

/** Who is on a seat of the group on the day of the meeting, holders and alternates, each once: whom a convened session writes to. */
export async function peopleOnSeats(db: Reader, session: Pick<Meeting, 'working_group_id' | 'starts_at' | 'time_zone'>): Promise<string[]> {
  const day = dayOf(session.starts_at, session.time_zone);
  const seats = await db.selectFrom('seats').select(['holder_id', 'alternate_id']).where('working_group_id', '=', session.working_group_id)
    .where('from_on', '<=', day).where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', day)])).execute();
  return [...new Set(seats.flatMap((seat) => [seat.holder_id, seat.alternate_id]).filter((id) => id !== null))];
}

/** Tells everybody on a seat that a session is convened: the meeting's zone is named beside its time. */
export const noteConvened = (tx: Tx, session: Meeting, now: Date): Promise<void> => note(tx, session, 'convened', now);

/** Tells the same people that it is called off, and why. */
export const noteCancelled = (tx: Tx, session: Meeting & { readonly reason: string }, now: Date): Promise<void> =>
  note(tx, session, 'cancelled', now, { reason: session.reason });

async function note(tx: Tx, session: Meeting, what: 'convened' | 'cancelled', now: Date, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const { id, ref, title, starts_at, time_zone } = session;
  for (const personId of await peopleOnSeats(tx, session)) {
    await sendLetter(tx, {
      to: { personId },
      words: `working-groups:mails.${what}`,
      values: (language) => ({ ref, title, day: formatDayInZone(language, starts_at, time_zone), time: formatTime(language, starts_at, time_zone), zone: time_zone, ...more }),
      path: (language) => paths.in(language).session(ref),
      topic: 'sessions',
      thread: `session:${id}`,
      key: `session-${what}:${id}`,
      now,
    });
  }
}
