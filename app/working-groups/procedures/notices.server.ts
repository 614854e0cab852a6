import { formatDayInZone, formatTime } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Reader, Tx } from '#app/platform/database.server';
import { seatNow } from './places.server';

export interface Procedure {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly closes_at: Date;
  readonly time_zone: string;
}

/** Who speaks for the seats of the base now, holders and alternates, each once; on demand only where the seat has not voted. */
export async function votersOf(db: Reader, ballotId: string, now: Date, which: 'all' | 'without_vote' = 'all'): Promise<string[]> {
  const seats = await db.selectFrom('ballot_seats as b').innerJoin('seats as first', 'first.id', 'b.seat_id').innerJoin('seats as s', (join) => join.onRef('s.place_id', '=', 'first.place_id').on('s.id', '=', seatNow(now))).leftJoin('ballot_votes as v', (join) => join.onRef('v.ballot_id', '=', 'b.ballot_id').onRef('v.seat_id', '=', 'b.seat_id'))
    .select(['s.holder_id', 's.alternate_id', 'v.vote']).where('b.ballot_id', '=', ballotId).execute();
  return [...new Set(seats.filter((seat) => which === 'all' || seat.vote === null).flatMap((seat) => [seat.holder_id, seat.alternate_id]).filter((id) => id !== null))];
}

/** Writes to those on the seats of the base, each once for each occasion: that it is open, that it is about to end, that it is taken back. */
export async function tellVoters(tx: Tx, procedure: Procedure, what: 'opened' | 'reminder' | 'withdrawn', now: Date, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const { id, ref, title, closes_at, time_zone } = procedure;
  for (const personId of await votersOf(tx, id, now, what === 'reminder' ? 'without_vote' : 'all')) {
    await sendLetter(tx, {
      to: { personId },
      words: `working-groups:mails.procedure_${what}`,
      values: (language) => ({ ref, title, day: formatDayInZone(language, closes_at, time_zone), time: formatTime(language, closes_at, time_zone), zone: time_zone, ...more }),
      path: (language) => (what === 'withdrawn' ? paths.in(language).procedure(ref) : paths.procedureAct(ref, 'vote')),
      ...(what === 'withdrawn' ? { topic: 'sessions' as const } : {}),
      thread: `procedure:${id}`,
      key: `procedure-${what}:${id}`,
      now,
    });
  }
}
