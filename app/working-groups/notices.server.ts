import { sendLetter } from '#app/mail/letter.server';
import { formatDayInZone, formatTime } from '#app/languages/format';
import type { Tx } from '#app/platform/database.server';
import { paths } from '#app/paths';

interface Convened {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly starts_at: Date;
  readonly time_zone: string;
  readonly working_group_id: string;
}

/** Tells everybody on a seat that a session is convened: the meeting's zone is named beside its time. */
export async function noteConvened(tx: Tx, session: Convened, now: Date): Promise<void> {
  const seats = await tx.selectFrom('seats').select(['holder_id', 'alternate_id']).where('working_group_id', '=', session.working_group_id).where('until_on', 'is', null).execute();
  const people = new Set(seats.flatMap((seat) => [seat.holder_id, seat.alternate_id]).filter((id) => id !== null));
  for (const personId of people) {
    await sendLetter(tx, {
      to: { personId },
      words: 'working-groups:mails.convened',
      values: (language) => ({ ref: session.ref, title: session.title, day: formatDayInZone(language, session.starts_at, session.time_zone), time: formatTime(language, session.starts_at, session.time_zone), zone: session.time_zone }),
      path: (language) => paths.in(language).session(session.ref),
      thread: `session:${session.id}`,
      key: `session-convened:${session.id}`,
      now,
    });
  }
}
