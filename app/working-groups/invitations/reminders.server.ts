import { database, type Tx } from '#app/platform/database.server';
import { dayOf, daysBetween } from '#app/platform/clock';
import { signTransaction } from '#app/access/transaction.server';
import { tell, type Meeting } from './letters.server';
import { invite } from './notices.server';

/** How many days ahead, on the meeting's calendar, who has not answered is asked again, and who comes is reminded. */
const askAgainDays = 7;
const reminderDays = 1;
/** Nobody is asked again within a day of being invited. */
const restMs = 24 * 3_600_000;

/**
 * IN-5: seven days ahead those who have not answered are asked again; the day before, everybody who has not said that they do not come is reminded.
 * Read from the clock and the rows: a day on which nobody ran is made good by the next, and the key of a letter holds whom it went to for which time.
 * Who took a seat after the session was convened is invited.
 */
export async function remindOfSessions(now: Date): Promise<void> {
  const sessions = await database().selectFrom('sessions').selectAll().where('status', '=', 'convened').where('starts_at', '>', now).orderBy('starts_at').execute();
  for (const session of sessions) await database().transaction().execute((tx) => remindOf(tx, session, now));
}

async function remindOf(tx: Tx, session: Meeting, now: Date): Promise<void> {
  await signTransaction(tx, { kind: 'system', name: 'clock' }, 'session:remind', { now });
  const standing = await tx.selectFrom('sessions').select('id').where('id', '=', session.id).where('status', '=', 'convened').where('starts_at', '=', session.starts_at).forShare().executeTakeFirst();
  if (standing === undefined) return;
  await invite(tx, session, now);
  const days = daysBetween(dayOf(now, session.time_zone), dayOf(session.starts_at, session.time_zone));
  if (days > askAgainDays) return;
  const invited = await tx.selectFrom('session_invitations').select(['person_id', 'answer', 'invited_at']).where('session_id', '=', session.id).orderBy('person_id').execute();
  const rested = invited.filter((one) => now.getTime() - one.invited_at.getTime() >= restMs);
  const dayBefore = days <= reminderDays;
  const readers = rested.filter((one) => (dayBefore ? one.answer !== 'not_coming' : one.answer === null)).map((one) => one.person_id);
  const words = dayBefore ? 'tomorrow' : 'reminder';
  await tell(tx, session, readers, { words, key: `session-${words}:${session.id}:${session.starts_at.toISOString()}` }, now);
}
