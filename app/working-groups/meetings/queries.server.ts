import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { visibleTo } from '#app/access/visibility.server';
import type { At, View } from '#app/commitments/readable.server';
import type { Permit } from '#app/access/permit';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { onDaysOf, type MeetingDays } from './days.server';
import { sessionsIn, type SessionRow } from '#app/working-groups/sessions/queries.server';
import type { SessionVisibility } from '#app/working-groups/sessions/model';
import { groupText } from '#app/working-groups/fragments.server';
import { insideOf } from '#app/working-groups/visible.server';
import { registrationOf, type MeetingPresence, type MeetingStatus, type MeetingTerms, type RegistrationState, type WayToCome } from './model';
import type { MeetingRef } from './policy';

export interface MeetingRow extends MeetingRef, MeetingTerms {
  readonly ref: string;
  readonly title: string;
  /** Of the title. */
  readonly language: string;
  readonly status: MeetingStatus;
  readonly visibility: SessionVisibility;
  readonly group_ref: string;
  readonly group_name: string;
  readonly group_visibility: string;
}

export interface MeetingRecord extends MeetingRow {
  readonly introduction: string | null;
  /** In which it was first written. */
  readonly own_language: string;
  readonly cancelled_reason: string | null;
  readonly version: number;
  readonly registered: number;
  /** Chairs that are taken. */
  readonly taken: number;
  /** Who was noted as present; null as long as nobody was noted. */
  readonly came: number | null;
  readonly state: RegistrationState;
}

/** Which meetings, `m` of a group `g`: from when they are announced, as far as their visibility goes; drafts stay inside. */
const meetingsVisibleTo = (viewer: Actor, view: At): RawBuilder<boolean> => sql<boolean>`(${visibleTo(viewer, view.now, {
  visibility: sql`m.visibility`, isOut: sql`(m.announced_at is not null and g.status <> 'proposed')`, coalition: sql`g.coalition_id`,
})} or ${insideOf(viewer, view)})`;

const columns = sql`m.id, m.ref, m.working_group_id, g.coalition_id, m.status, m.starts_on, m.ends_on, m.time_zone, m.mode, m.place, m.visibility, m.registration_opens_on, m.registration_closes_on, m.places,
  words.title, words.language, g.ref as group_ref, text.name as group_name, g.visibility as group_visibility`;
const from = ({ language }: View) => sql`from meetings m join working_groups g on g.id = m.working_group_id cross join ${groupText(language)} cross join lateral (
  select t.title, t.introduction, t.language from meeting_texts t where t.meeting_id = m.id order by t.language = ${language} desc, t.language = m.language desc limit 1) words`;

/** The meetings that a viewer may see, of one group or of all, the latest first. */
export async function listMeetings(viewer: Actor, view: View, groupId?: string): Promise<readonly MeetingRow[]> {
  return (await sql<MeetingRow>`select ${columns} ${from(view)} where ${meetingsVisibleTo(viewer, view)} and ${groupId === undefined ? sql`true` : sql`g.id = ${groupId}`}
    order by m.starts_on desc, m.ref desc limit 50`.execute(database())).rows;
}

export async function findMeeting(viewer: Actor, ref: string, view: View): Promise<MeetingRecord | undefined> {
  const found = await sql<Omit<MeetingRecord, 'state'>>`
    select ${columns}, words.introduction, m.language as own_language, m.cancelled_reason, m.version, counted.registered, counted.taken, counted.came
    ${from(view)} cross join lateral (
      select count(*)::int as registered, count(*) filter (where r.mode = 'in_person')::int as taken,
        case when count(r.presence) > 0 then count(*) filter (where r.presence in ('in_person', 'remote'))::int end as came
      from meeting_registrations r where r.meeting_id = m.id and r.withdrawn_at is null) counted
    where m.ref = ${ref} and ${meetingsVisibleTo(viewer, view)}`.execute(database());
  const row = found.rows[0];
  return row === undefined ? undefined : { ...row, state: registrationOf(row, dayOf(view.now, row.time_zone), row.taken) };
}

/** The programme of a meeting: the sessions of its group on its days, in order. */
export const sessionsOfMeeting = (viewer: Actor, meeting: MeetingDays, view: View): Promise<readonly SessionRow[]> =>
  sessionsIn(viewer, sql`${onDaysOf(meeting)} and s.status <> 'cancelled'`, view);

/** For whom people registered and came; null stands for those who came for themselves. */
export interface OrganisationPresent {
  readonly organisation: string | null;
  readonly ref: string | null;
  readonly registered: number;
  readonly in_person: number;
  readonly remote: number;
}

/** MT-3: attendance by organisation: numbers, never names. */
export async function attendanceByOrganisation(_viewer: Actor, meetingId: string): Promise<readonly OrganisationPresent[]> {
  return (await sql<OrganisationPresent>`
    select o.name as organisation, o.ref, count(*)::int as registered, count(*) filter (where r.presence = 'in_person')::int as in_person, count(*) filter (where r.presence = 'remote')::int as remote
    from meeting_registrations r left join organisations o on o.id = r.organisation_id where r.meeting_id = ${meetingId} and r.withdrawn_at is null
    group by o.id, o.name, o.ref order by o.name collate "und-x-icu" nulls last`.execute(database())).rows;
}

export interface OwnRegistration {
  readonly mode: WayToCome;
  readonly organisation_id: string | null;
  readonly presence: MeetingPresence | null;
}

/** What the viewer registered themselves, as it stands. */
export async function registrationBy(viewer: Actor, meetingId: string): Promise<OwnRegistration | undefined> {
  if (viewer.kind !== 'person') return undefined;
  const found = await sql<OwnRegistration>`select mode, organisation_id, presence from meeting_registrations where meeting_id = ${meetingId} and person_id = ${viewer.id} and withdrawn_at is null`.execute(database());
  return found.rows[0];
}

/** The organisations that somebody can come for, by name. */
export async function organisationsOf(viewer: Actor): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const ids = viewer.kind === 'person' ? viewer.affiliations.filter(({ current }) => current).map(({ organisation_id }) => organisation_id) : [];
  return ids.length === 0 ? [] : database().selectFrom('organisations').select(['id', 'name']).where('id', 'in', ids).orderBy('name').execute();
}

export interface Participant {
  readonly id: string;
  /** Null where they were erased. */
  readonly name: string | null;
  readonly organisation: string | null;
  readonly mode: WayToCome;
  readonly presence: MeetingPresence | null;
}

/** MT-3: everybody who registered, by name, for whoever may see them. */
export async function participantsOf(granted: Permit<string, MeetingRef>): Promise<readonly Participant[]> {
  return (await sql<Participant>`
    select r.id, case when p.erased_at is null then p.name end as name, o.name as organisation, r.mode, r.presence
    from meeting_registrations r join people p on p.id = r.person_id left join organisations o on o.id = r.organisation_id where r.meeting_id = ${granted.subject.id} and r.withdrawn_at is null
    order by o.name collate "und-x-icu" nulls last, p.name collate "und-x-icu", r.id limit 1000`.execute(database())).rows;
}
