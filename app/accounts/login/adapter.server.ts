import { sql } from 'kysely';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { database, type Reader } from '#app/platform/database.server';
import { later, strictLife, strictRoles, usualLife } from '../model';
import { hashOf } from '../secrets.server';
import { personColumns, type PersonFacts } from './person.server';

/** What a sign-in carries besides its person. */
export interface SignInFacts {
  /** When somebody last showed who they are (AC-7). */
  readonly confirmed_at: Date;
}

declare module 'lucia' {
  interface Register {
    Lucia: import('lucia').Lucia<SignInFacts, PersonFacts>;
    DatabaseUserAttributes: PersonFacts;
    DatabaseSessionAttributes: SignInFacts;
  }
}

interface Found extends PersonFacts {
  readonly person_id: string;
  readonly ends_at: Date;
  readonly confirmed_at: Date;
}

/**
 * Lucia's sign-ins in `login_sessions`. What Lucia takes for the id of a session is its secret: it goes into the cookie, and this
 * adapter hashes it at every door, so that the database never holds it (AC-1). Two things differ from what Lucia expects:
 *
 * - The instant is an argument, and reading a sign-in decides whether it still lives: idle and absolute limits depend on the roles
 *   of the moment (AC-2), which Lucia's single lifetime cannot say. An ended one is reported as absent. Its row stays for a day,
 *   so that a form posted with it is kept for the same person (AC-4).
 * - Reading also slides the idle limit, at most once a minute and in the same statement, instead of Lucia's separate renewal at
 *   half time, which would end half-hour sign-ins after a quarter of an hour.
 */
export class LoginSessions implements Adapter {
  /** `slides` is false for who only watches: that keeps nobody signed in. */
  constructor(private readonly now: Date, private readonly reader: Reader = database(), private readonly slides = true) {}

  async getSessionAndUser(secret: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const { now } = this;
    const minutes = (life: keyof typeof usualLife) => sql`make_interval(mins => case when strict then ${strictLife[life]}::int else ${usualLife[life]}::int end)`;
    const read = await sql<Found>`
      with presented as (
        select s.*, exists (
          select from roles r where r.person_id = s.person_id and r.role = any(${strictRoles as unknown as string[]})
            and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})) as strict
        from login_sessions s where s.secret_hash = ${hashOf(secret)}
      ), living as (
        select *, least(expires_at, created_at + ${minutes('absoluteMinutes')}) as last_at, ${minutes('idleMinutes')} as idle
        from presented where seen_at + ${minutes('idleMinutes')} > ${now} and least(expires_at, created_at + ${minutes('absoluteMinutes')}) > ${now}
      )${this.slides ? sql`, seen as (
        update login_sessions s set seen_at = ${now} from living
        where s.secret_hash = living.secret_hash and living.seen_at < ${new Date(now.getTime() - 60_000)}
      )` : sql``}
      select living.person_id, living.confirmed_at, least(living.last_at, ${now}::timestamptz + living.idle) as ends_at, ${personColumns(now)}
      from living join people p on p.id = living.person_id and p.erased_at is null and p.suspended_at is null`.execute(this.reader);
    const found = read.rows[0];
    if (found === undefined) return [null, null];
    const { person_id, ends_at, confirmed_at, ...facts } = found;
    return [{ id: secret, userId: person_id, expiresAt: ends_at, attributes: { confirmed_at } }, { id: person_id, attributes: facts }];
  }

  /** Hashes cannot be turned back into sessions; nothing asks for this. */
  getUserSessions(): Promise<DatabaseSession[]> {
    return Promise.resolve([]);
  }

  async setSession({ id, userId, attributes }: DatabaseSession): Promise<void> {
    await this.reader.insertInto('login_sessions').values({
      secret_hash: hashOf(id), person_id: userId, created_at: this.now, seen_at: this.now,
      expires_at: later(this.now, usualLife.absoluteMinutes), confirmed_at: attributes.confirmed_at,
    }).execute();
  }

  /** Reading slides already. */
  updateSessionExpiration(): Promise<void> {
    return Promise.resolve();
  }

  async deleteSession(secret: string): Promise<void> {
    await this.reader.deleteFrom('login_sessions').where('secret_hash', '=', hashOf(secret)).execute();
  }

  async deleteUserSessions(personId: string): Promise<void> {
    await this.reader.deleteFrom('login_sessions').where('person_id', '=', personId).execute();
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.reader.deleteFrom('login_sessions').where('expires_at', '<', new Date(this.now.getTime() - 86_400_000)).execute();
  }
}
