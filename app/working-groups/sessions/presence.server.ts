import { sql } from 'kysely';
import { done, problem, refused, type Result } from '#app/access/result';
import type { Tx } from '#app/platform/database.server';
import { isThere, type Attendance, type Presence } from './model';

/** Whose note it is: the secretary's about others, somebody's own, or what a code at the door says. */
export const presenceOrigins = ['secretary', 'self', 'code'] as const;
export interface Noting {
  readonly now: Date;
  readonly noted_by: string | null;
  readonly origin: (typeof presenceOrigins)[number];
}
export type PresenceNote = Omit<Attendance, 'presence'> & { readonly presence: Presence };

/**
 * The one place that writes who is there: the log, which is never rewritten, and beside it the last note about each person. What says
 * nothing new is not written. The session is locked against its decisions, so that none is taken while a note is on its way.
 */
export async function notePresence(tx: Tx, session: { readonly id: string }, notes: readonly PresenceNote[], noting: Noting): Promise<Result<{ readonly noted: number }>> {
  if (notes.length === 0) return done({ noted: 0 });
  await tx.selectFrom('sessions').select('id').where('id', '=', session.id).forKeyShare().execute();
  const seats = await tx.selectFrom('session_seats').select(['seat_id', 'holder_id', 'alternate_id']).where('session_id', '=', session.id).where('seat_id', 'in', notes.map((note) => note.seat_id)).execute();
  const fits = notes.every((note) => seats.some((seat) => seat.seat_id === note.seat_id && (seat.holder_id === note.person_id || seat.alternate_id === note.person_id)));
  if (!fits) return refused(problem('working-groups:problems.not_on_this_seat'));
  const changed = await lastNotes(tx, session.id, notes, await afterDecisions(tx, session.id, noting.now));
  if (changed.length > 0) {
    await tx.insertInto('session_presences').values(changed.map((note) => ({ session_id: session.id, ...note, noted_by: noting.noted_by, origin: noting.origin }))).execute();
  }
  if (changed.some((note) => isThere(note.presence)) && (await isTwice(tx, session.id))) return refused(problem('working-groups:problems.two_seats'));
  return done({ noted: changed.length });
}

/** In one order for everybody, so that two who write at once wait for each other instead of blocking; returned is what changed. */
function lastNotes(tx: Tx, session_id: string, notes: readonly PresenceNote[], at: Date) {
  const keyOf = (note: PresenceNote) => `${note.seat_id} ${note.person_id}`;
  const ordered = [...new Map(notes.map((note) => [keyOf(note), note])).values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return tx.insertInto('attendances').values(ordered.map((note) => ({ session_id, ...note, at })))
    .onConflict((conflict) => conflict.columns(['session_id', 'seat_id', 'person_id'])
      .doUpdateSet((row) => ({ presence: row.ref('excluded.presence'), at: sql<Date>`greatest(attendances.at, excluded.at)` }))
      .whereRef('attendances.presence', '<>', 'excluded.presence'))
    .returning(['seat_id', 'person_id', 'presence', 'at']).execute();
}

/** A note stands after every decision that was taken before it, also where two machines' clocks disagree. */
async function afterDecisions(tx: Tx, session_id: string, now: Date): Promise<Date> {
  const last = await tx.selectFrom('decisions').select((row) => row.fn.max('quorum_at').as('at')).where('session_id', '=', session_id).executeTakeFirst();
  return new Date(Math.max(now.getTime(), last?.at === null || last?.at === undefined ? 0 : last.at.getTime() + 1));
}

/** The instant of a decision: after every note that it counts. The session is locked for update by whoever decides. */
export async function afterNotes(tx: Tx, session_id: string, now: Date): Promise<Date> {
  const last = await tx.selectFrom('session_presences').select((row) => row.fn.max('at').as('at')).where('session_id', '=', session_id).executeTakeFirst();
  return new Date(Math.max(now.getTime(), last?.at?.getTime() ?? 0));
}

/** Nobody is there for two voting seats at once. */
async function isTwice(tx: Tx, session_id: string): Promise<boolean> {
  const twice = await sql`
    select from attendances a join session_seats x using (session_id, seat_id)
    where a.session_id = ${session_id} and x.voting and not x.on_leave and a.presence in ('in_person', 'remote') group by a.person_id having count(*) > 1 limit 1`.execute(tx);
  return twice.rows.length > 0;
}
