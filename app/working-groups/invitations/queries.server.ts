import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { hashOf } from '#app/accounts/secrets.server';
import type { View } from '#app/commitments/readable.server';
import { isReachable } from '#app/mail/letter.server';
import { dayOf } from '#app/platform/clock';
import { database, type Reader } from '#app/platform/database.server';
import { groupText } from '#app/working-groups/fragments.server';
import { peopleOnSeats } from '#app/working-groups/notices.server';
import { holdsOn } from '#app/working-groups/seats/days.server';
import type { SessionRecord } from '#app/working-groups/sessions/queries.server';
import type { Answer } from './model';
import type { InvitationRef } from './policy';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface InvitationRecord extends InvitationRef {
  readonly name: string;
  readonly time_zone: string;
  readonly answer: Answer | null;
  readonly instead_id: string | null;
  readonly instead: string | null;
  readonly session: Pick<SessionRecord, 'id' | 'ref' | 'title' | 'status' | 'starts_at' | 'ends_at' | 'time_zone' | 'mode' | 'languages' | 'place' | 'join_link' | 'group_ref' | 'group_name' | 'group_language' | 'cancelled_reason' | 'working_group_id'>;
  /** Who can come instead. */
  readonly alternates: readonly Person[];
  readonly agenda: readonly { readonly title: string; readonly minutes: number | null }[];
}

/** The invitation to a session that a secret opens, else the viewer’s own; nothing for anybody else. */
export async function findInvitation(viewer: Actor, ref: string, secret: string | null, view: View): Promise<InvitationRecord | undefined> {
  if (secret === null && viewer.kind !== 'person') return undefined;
  const whose = secret === null ? sql`i.person_id = ${viewer.kind === 'person' ? viewer.id : null}` : sql`i.secret_hash = ${hashOf(secret)}`;
  const found = (await sql<Omit<InvitationRecord, 'alternates'>>`
    select i.session_id, i.person_id, s.status, p.name, p.time_zone, i.answer, i.instead_id, (select name from people o where o.id = i.instead_id) as instead,
      json_build_object('id', s.id, 'ref', s.ref, 'title', s.title, 'status', s.status, 'starts_at', s.starts_at, 'ends_at', s.ends_at, 'time_zone', s.time_zone, 'mode', s.mode, 'languages', s.languages, 'place', s.place,
        'join_link', s.join_link, 'group_ref', g.ref, 'group_name', text.name, 'group_language', text.language, 'cancelled_reason', s.cancelled_reason, 'working_group_id', g.id) as session,
      (select coalesce(json_agg(json_build_object('title', a.title, 'minutes', a.minutes) order by a.position), '[]') from agenda_items a where a.session_id = s.id) as agenda
    from session_invitations i join sessions s on s.id = i.session_id join working_groups g on g.id = s.working_group_id join people p on p.id = i.person_id cross join ${groupText(view.language)}
    where s.ref = ${ref} and ${whose} and p.erased_at is null and p.suspended_at is null`.execute(database())).rows[0];
  if (found === undefined) return undefined;
  const { session } = found;
  const hours = { starts_at: new Date(session.starts_at), ends_at: session.ends_at === null ? null : new Date(session.ends_at) };
  return { ...found, session: { ...session, ...hours }, alternates: await alternatesFor(database(), { ...session, ...hours }, found.person_id) };
}

/** Whether the viewer has an invitation to answer. */
export async function isInvited(viewer: Actor, sessionId: string): Promise<boolean> {
  if (viewer.kind !== 'person') return false;
  return (await database().selectFrom('session_invitations').select('person_id').where('session_id', '=', sessionId).where('person_id', '=', viewer.id).executeTakeFirst()) !== undefined;
}

/** Who can come in place of somebody: the alternates of the seats that they hold on the day of the meeting. */
export async function alternatesFor(db: Reader, session: Held, personId: string): Promise<readonly Person[]> {
  const day = dayOf(session.starts_at, session.time_zone);
  return (await sql<Person>`select distinct p.id, p.name from seats x join people p on p.id = x.alternate_id and p.erased_at is null and p.suspended_at is null
    where x.working_group_id = ${session.working_group_id} and x.holder_id = ${personId} and x.alternate_id <> ${personId} and ${holdsOn('x', day)}
    order by p.name, p.id`.execute(db)).rows;
}

type Held = Pick<SessionRecord, 'working_group_id' | 'starts_at' | 'time_zone'>;

/** The seat through which a person `p` is invited, on the day of the meeting: one that they hold before one whose alternate they are. */
function theirSeat({ working_group_id, starts_at, time_zone }: Held): RawBuilder<unknown> {
  const day = dayOf(starts_at, time_zone);
  return sql`left join lateral (
    select y.name as organisation, x.constituency, x.holder_id from seats x left join organisations y on y.id = x.organisation_id
    where x.working_group_id = ${working_group_id} and p.id in (x.holder_id, x.alternate_id) and ${holdsOn('x', day)}
    order by x.holder_id = p.id desc, x.voting desc, x.id limit 1) seat on true`;
}

/** Somebody whom a letter about a session goes to. */
export interface Recipient extends Person {
  readonly language: string;
  readonly organisation: string | null;
  readonly constituency: string | null;
  readonly is_alternate: boolean;
}

/** Whom convening would write to, by the seats of the day: everybody who can be reached and wants such letters, each once. For whoever holds `session:desk`. */
export async function recipientsOf(session: Held): Promise<readonly Recipient[]> {
  const people = await peopleOnSeats(database(), session);
  return (await sql<Recipient>`
    select p.id, p.name, p.language, seat.organisation, seat.constituency, coalesce(seat.holder_id <> p.id, false) as is_alternate
    from people p ${theirSeat(session)}
    where p.id = any(${people}::uuid[]) and ${isReachable(sql`p.id`, 'sessions')} order by coalesce(seat.organisation, seat.constituency) collate "und-x-icu", is_alternate, p.name`.execute(database())).rows;
}

export interface InvitedRow extends Recipient {
  readonly answer: Answer | null;
  readonly instead: string | null;
}

/** Who was invited and what they answered, for the desk. */
export async function invitedTo(session: Held & Pick<SessionRecord, 'id'>): Promise<readonly InvitedRow[]> {
  return (await sql<InvitedRow>`
    select p.id, p.name, p.language, i.answer, o.name as instead, seat.organisation, seat.constituency, coalesce(seat.holder_id <> p.id, false) as is_alternate
    from session_invitations i join people p on p.id = i.person_id left join people o on o.id = i.instead_id ${theirSeat(session)}
    where i.session_id = ${session.id} order by coalesce(seat.organisation, seat.constituency) collate "und-x-icu", is_alternate, p.name`.execute(database())).rows;
}
