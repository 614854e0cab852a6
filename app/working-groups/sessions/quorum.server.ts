import { sql } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { quorumOf, type Attendance, type Quorum, type QuorumInputs, type QuorumTerms } from './model';
import type { LoggedPresence } from './presences';

/** WG-3: what a quorum at an instant is counted from: the seats and terms of the start, and the last note about each person by then. */
export async function inputsAt(db: Reader, sessionId: string, instant: Date): Promise<QuorumInputs> {
  const [seats, attendances, terms] = await Promise.all([
    db.selectFrom('session_seats').select(['seat_id', 'voting', 'on_leave', 'holder_id', 'alternate_id', 'counts_for']).where('session_id', '=', sessionId).execute(),
    sql<Attendance>`
      select distinct on (seat_id, person_id) seat_id, person_id, presence from session_presences
      where session_id = ${sessionId} and at <= ${instant} order by seat_id, person_id, at desc, id desc`.execute(db),
    termsOfSession(db, sessionId),
  ]);
  return { seats, attendances: attendances.rows, terms };
}

/** The quorum as it was at an instant, counted again from what is kept: seats, holders and terms may have changed since. */
export const quorumAt = async (db: Reader, sessionId: string, instant: Date): Promise<Quorum> => quorumOf(await inputsAt(db, sessionId, instant));

/** The terms that a session runs under: its own since its start, till then those of its group. */
export async function termsOfSession(db: Reader, sessionId: string): Promise<QuorumTerms> {
  const [share, minimums] = await Promise.all([
    db.selectFrom('sessions as s').innerJoin('working_groups as g', 'g.id', 's.working_group_id').select((row) => row.fn.coalesce('s.quorum_share', 'g.quorum_share').as('share')).where('s.id', '=', sessionId).executeTakeFirstOrThrow(),
    db.selectFrom('session_minimums').select(['constituency', 'seats']).where('session_id', '=', sessionId).orderBy('constituency').execute(),
  ]);
  return { share: Number(share.share), minimums };
}

/** Every note of a session, in its order. */
export const presencesOf = (db: Reader, sessionId: string): Promise<readonly LoggedPresence[]> =>
  db.selectFrom('session_presences').select(['seat_id', 'person_id', 'presence', 'at']).where('session_id', '=', sessionId).orderBy('at').orderBy('id').execute();
