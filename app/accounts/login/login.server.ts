import { Lucia, TimeSpan } from 'lucia';
import type { PersonActor } from '#app/access/actor';
import { database, databaseByKey, type Reader } from '#app/platform/database.server';
import { blankCookie, readCookie, writeCookie } from '../cookies.server';
import { confirmedForMinutes, later, usualLife } from '../model';
import { hashOf } from '../secrets.server';
import { LoginSessions, type SignInFacts } from './adapter.server';
import { actorFrom, type PersonFacts } from './person.server';

/** Lucia at one instant, over the pool or inside a transaction. Making one costs nothing. */
export function luciaAt(now: Date, reader?: Reader): Lucia<SignInFacts, PersonFacts> {
  return new Lucia<SignInFacts, PersonFacts>(new LoginSessions(now, reader), {
    sessionExpiresIn: new TimeSpan(usualLife.idleMinutes, 'm'),
    getSessionAttributes: ({ confirmed_at }) => ({ confirmed_at }),
    getUserAttributes: (person) => person,
  });
}

/** Who a living sign-in belongs to, without sliding its idle limit: for what a page asks by itself while nobody is there. Hundreds ask it at once. */
export async function watchingPerson(cookieHeader: string | undefined, now: Date): Promise<PersonActor | undefined> {
  const secret = readCookie(cookieHeader, 'concord');
  if (secret === undefined) return undefined;
  const [, user] = await new LoginSessions(now, databaseByKey(), false).getSessionAndUser(secret);
  return user === null ? undefined : actorFrom(user.id, user.attributes);
}

/** Begins a sign-in with a new secret and ends the one that was presented; returns the cookie (AC-2: rotated at sign-in). */
export async function beginLogin(personId: string, cookieHeader: string | undefined, now: Date): Promise<string> {
  const lucia = luciaAt(now);
  const earlier = readCookie(cookieHeader, 'concord');
  if (earlier !== undefined) await lucia.invalidateSession(earlier);
  await lucia.deleteExpiredSessions();
  const begun = await lucia.createSession(personId, { confirmed_at: now });
  return writeCookie('concord', begun.id, usualLife.absoluteMinutes * 60);
}

/** Ends the sign-in that was presented; returns the cookie that takes it out of the browser. */
export async function endLogin(cookieHeader: string | undefined, now: Date): Promise<string> {
  const secret = readCookie(cookieHeader, 'concord');
  if (secret !== undefined) await luciaAt(now).invalidateSession(secret);
  return blankCookie('concord');
}

/** Ends every sign-in of a person but the one that is presented, in the transaction that changes their password. */
export async function endOtherLogins(reader: Reader, personId: string, cookieHeader?: string): Promise<void> {
  const kept = readCookie(cookieHeader, 'concord');
  await reader.deleteFrom('login_sessions').where('person_id', '=', personId).$if(kept !== undefined, (query) => query.where('secret_hash', '<>', hashOf(kept ?? ''))).execute();
}

/** Whether the person of a living sign-in has shown who they are within ten minutes (AC-7). */
export async function isConfirmed(cookieHeader: string | undefined, now: Date): Promise<boolean> {
  const secret = readCookie(cookieHeader, 'concord');
  if (secret === undefined) return false;
  const { session } = await luciaAt(now).validateSession(secret);
  return session !== null && later(session.confirmed_at, confirmedForMinutes) > now;
}

/** Notes that the person has just shown who they are. */
export async function noteConfirmation(cookieHeader: string | undefined, now: Date): Promise<void> {
  const secret = readCookie(cookieHeader, 'concord');
  if (secret !== undefined) await database().updateTable('login_sessions').set({ confirmed_at: now }).where('secret_hash', '=', hashOf(secret)).execute();
}

/** Whose sign-in a cookie is or, within the last day, was: never who asks now. */
export async function holderOf(cookieHeader: string | undefined): Promise<string | undefined> {
  const secret = readCookie(cookieHeader, 'concord');
  if (secret === undefined) return undefined;
  const found = await database().selectFrom('login_sessions').select('person_id').where('secret_hash', '=', hashOf(secret)).executeTakeFirst();
  return found?.person_id;
}
