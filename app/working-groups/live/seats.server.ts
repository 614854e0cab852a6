import { sql } from 'kysely';
import type { PersonActor } from '#app/access/actor';
import { databaseByKey, type Reader } from '#app/platform/database.server';
import { holdsOn } from '#app/working-groups/seats/days.server';
import { sessionsVisibleTo } from '#app/working-groups/visible.server';
import type { SeatedRef } from './policy';

/**
 * The seats of a session for which a person is there when they say so: every seat without a vote that they stand behind, and one with a
 * vote, since nobody is there for two: the one that they hold, else the one whose alternate they are.
 */
export async function speakersFirst(db: Reader, sessionId: string, personId: string): Promise<readonly { readonly seat_id: string }[]> {
  return (await sql<{ seat_id: string }>`
    select seat_id from (
      select x.seat_id, x.voting, row_number() over (partition by x.voting and not x.on_leave order by x.holder_id = ${personId} desc nulls last, x.seat_id) as nth, x.on_leave
      from session_seats x where x.session_id = ${sessionId} and ${personId}::uuid in (x.holder_id, x.alternate_id)) mine
    where nth = 1 or not voting or on_leave order by seat_id`.execute(db)).rows;
}

/** Who stands behind the seats of a session: as they were when it started, else as they are on a day. */
export async function seatedIn(db: Reader, session: { readonly id: string; readonly working_group_id: string; readonly started_at: Date | null }, day: string): Promise<readonly string[]> {
  const seats = session.started_at === null
    ? sql`select x.holder_id, x.alternate_id from seats x where x.working_group_id = ${session.working_group_id} and ${holdsOn('x', day)}`
    : sql`select x.holder_id, x.alternate_id from session_seats x where x.session_id = ${session.id}`;
  const found = await sql<{ id: string }>`select distinct one.id from (${seats}) seat cross join lateral (values (seat.holder_id), (seat.alternate_id)) one (id) where one.id is not null`.execute(db);
  return found.rows.map(({ id }) => id);
}

/**
 * LV-1: a session that a person may see, and whether they stand behind a seat of it, in one question that is planned once: after a restart
 * everybody who watches comes back together.
 */
export async function watchedSession(viewer: PersonActor, ref: string, now: Date): Promise<(SeatedRef & { readonly ref: string }) | undefined> {
  const behind = (seat: string) => sql`${viewer.id}::uuid in (${sql.ref(`${seat}.holder_id`)}, ${sql.ref(`${seat}.alternate_id`)})`;
  const found = await sql<Omit<SeatedRef, 'people'> & { readonly ref: string; readonly seated: boolean }>`
    select s.id, s.ref, s.working_group_id, g.coalition_id, s.status, case
      when s.started_at is null then exists (select from seats x where x.working_group_id = g.id and ${behind('x')} and ${holdsOn('x', sql`(${now}::timestamptz at time zone s.time_zone)::date`)})
      else exists (select from session_seats x where x.session_id = s.id and ${behind('x')}) end as seated
    from sessions s join working_groups g on g.id = s.working_group_id where s.ref = ${ref} and ${sessionsVisibleTo(viewer, { now })}`.execute(databaseByKey());
  const [session] = found.rows;
  return session === undefined ? undefined : { ...session, people: session.seated ? [viewer.id] : [] };
}

/** Who stands behind the seats of a session under way, and where the person themselves was noted last. */
export async function ownPresence(db: Reader, sessionId: string, personId: string): Promise<{ readonly seated: boolean; readonly presence: string | null }> {
  const found = await sql<{ seated: boolean; presence: string | null }>`
    select exists (select from session_seats x where x.session_id = ${sessionId} and ${personId}::uuid in (x.holder_id, x.alternate_id)) as seated,
      (select a.presence from attendances a where a.session_id = ${sessionId} and a.person_id = ${personId} order by a.at desc limit 1) as presence`.execute(db);
  return found.rows[0] ?? { seated: false, presence: null };
}
