import { sql } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { termsOf } from '#app/working-groups/terms/in-force.server';
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

/** The terms that a session runs under: its own since its start, till then those of its group on its day. */
export async function termsOfSession(db: Reader, sessionId: string): Promise<QuorumTerms> {
  const { started_at, quorum_share } = await db.selectFrom('sessions').select(['started_at', 'quorum_share']).where('id', '=', sessionId).executeTakeFirstOrThrow();
  if (started_at === null || quorum_share === null) {
    const { quorum_share: share, minimums } = await termsOf(db, sessionId);
    return { share: Number(share), minimums };
  }
  return { share: Number(quorum_share), minimums: await db.selectFrom('session_minimums').select(['constituency', 'seats']).where('session_id', '=', sessionId).orderBy('constituency').execute() };
}

/** Every note of a session, in its order. */
export const presencesOf = (db: Reader, sessionId: string): Promise<readonly LoggedPresence[]> =>
  db.selectFrom('session_presences').select(['seat_id', 'person_id', 'presence', 'at']).where('session_id', '=', sessionId).orderBy('at').orderBy('id').execute();
