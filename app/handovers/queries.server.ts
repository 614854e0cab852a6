import { sql } from 'kysely';
import type { Actor, PersonActor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { duePartnerships } from '#app/commitments/partners/queries.server';
import { dueCommitments, ownCommitments } from '#app/commitments/review/queries.server';
import type { View } from '#app/commitments/readable.server';
import { requestStateSql } from '#app/countries/requests/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { scopeName, coalitionsOverOrganisation } from '#app/members/people/roles/queries.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { database, type Reader } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { inOrder, type Due } from '#app/records/due/model';
import { duePlatforms } from '#app/registries/platforms/due.server';
import { dueUpdates } from '#app/reporting/updates/due.server';
import { groupText } from '#app/working-groups/fragments.server';
import { handedRoles, type Moved } from './model';
import { handoverPolicy, type HandoverRef } from './policy';

interface Held {
  readonly id: string;
  readonly role: (typeof handedRoles)[number];
  readonly organisation_id: string | null;
  readonly country_iso2: string | null;
}

/** The roles in force that somebody would hand over: those for the organisation, and for its country. */
export async function heldForIn(reader: Reader, person_id: string, organisation_id: string, now: Date): Promise<readonly Held[]> {
  const found = await sql<Held>`
    select r.id, r.role, r.organisation_id, r.country_iso2 from roles r where r.person_id = ${person_id} and r.role = any(${[...handedRoles]}::text[]) and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
      and (r.organisation_id = ${organisation_id} or r.country_iso2 = (select o.country_iso2 from organisations o where o.id = ${organisation_id} and o.constituency = 'government'))
      and exists (select from affiliations a where a.person_id = r.person_id and a.organisation_id = ${organisation_id} and a.from_on <= ${dayOf(now)}::date and (a.until_on is null or a.until_on > ${dayOf(now)}::date))
    order by r.id`.execute(reader);
  return found.rows;
}

/** What moves with a hand-over, each in words. */
export interface Pack {
  readonly roles: readonly { readonly id: string; readonly role: Held['role']; readonly scope: string }[];
  readonly seats: readonly { readonly id: string; readonly group: string; readonly ref: string }[];
  readonly actions: readonly { readonly id: string; readonly text: string; readonly due_on: string; readonly session_ref: string }[];
  readonly drafts: readonly { readonly id: string; readonly ref: string; readonly title: string }[];
  readonly requests: readonly { readonly id: string; readonly ref: string; readonly title: string; readonly deadline_on: string }[];
  /** What is due for whoever holds the roles: to answer, to update. */
  readonly due: readonly Due[];
}

/** Reads what somebody does for an organisation now. Who may offer or take it sees it; the caller has decided that. */
export async function packOf(giver_id: string, organisation_id: string, view: View): Promise<Pack> {
  const held = await heldForIn(database(), giver_id, organisation_id, view.now);
  // What else the giver does is nobody's business here.
  const handed = held.map(({ role, organisation_id: for_, country_iso2 }) => ({ role, organisation_id: for_, country_iso2, coalition_id: null, working_group_id: null }));
  const speaker: PersonActor = { kind: 'person', id: giver_id, name: '', language: view.language, time_zone: 'UTC', roles: handed, affiliations: [], governments: [] };
  const countries = speaker.roles.flatMap(({ country_iso2 }) => country_iso2 ?? []);
  const [roles, seats, actions, requests, own, ...due] = await Promise.all([
    sql<Pack['roles'][number]>`select r.id, r.role, ${scopeName('r', view.language)} as scope from roles r where r.id = any(${held.map(({ id }) => id)}::uuid[]) order by r.id`.execute(database()),
    sql<Pack['seats'][number]>`select x.id, text.name as group, g.ref from seats x join working_groups g on g.id = x.working_group_id cross join ${groupText(view.language)}
      where x.organisation_id = ${organisation_id} and ${giver_id} in (x.holder_id, x.alternate_id) and x.until_on is null order by x.id`.execute(database()),
    sql<Pack['actions'][number]>`select a.id, a.text, a.due_on, s.ref as session_ref from action_items a join sessions s on s.id = a.session_id
      where a.owner_id = ${giver_id} and a.status in ('open', 'in_progress', 'blocked') order by a.due_on, a.id`.execute(database()),
    sql<Pack['requests'][number]>`select * from (select r.id, r.ref, r.deadline_on, ${requestStateSql} as state,
        (select t.title from support_request_texts t where t.request_id = r.id order by t.language = ${view.language} desc, t.language = r.language desc limit 1) as title
      from support_requests r where r.country_iso2 = any(${countries}::text[])) asked where state <> 'closed' order by deadline_on, id`.execute(database()),
    ownCommitments(speaker, view), dueCommitments(speaker, view), dueUpdates(speaker, view), duePartnerships(speaker, view), ...countries.map((iso2) => duePlatforms(speaker, view, iso2)),
  ]);
  const drafts = own.drafts.map(({ id, ref, title }) => ({ id, ref, title }));
  return { roles: roles.rows, seats: seats.rows, actions: actions.rows, requests: requests.rows, drafts, due: inOrder(due.flat()) };
}

export interface HandoverRecord extends HandoverRef {
  readonly organisation: string;
  readonly organisation_ref: string;
  readonly giver: string;
  readonly receiver: string;
  readonly note: string;
  readonly offered_on: string;
  readonly answered_on: string | null;
  readonly answer: string | null;
  readonly moved: Moved | null;
}

/** A hand-over, for those whom it concerns; absent for everybody else. */
export async function findHandover(viewer: Actor, id: string): Promise<HandoverRecord | undefined> {
  if (!isId(id)) return undefined;
  const found = await sql<Omit<HandoverRecord, 'coalition_ids'>>`
    select h.id, h.organisation_id, h.giver_id, h.receiver_id, h.status, h.note, h.answer, h.moved, o.name as organisation, o.ref as organisation_ref, g.name as giver, r.name as receiver,
      to_char(h.offered_at at time zone 'UTC', 'YYYY-MM-DD') as offered_on, to_char(h.answered_at at time zone 'UTC', 'YYYY-MM-DD') as answered_on
    from handovers h join organisations o on o.id = h.organisation_id join people g on g.id = h.giver_id join people r on r.id = h.receiver_id where h.id = ${id}`.execute(database());
  const row = found.rows[0];
  if (row === undefined) return undefined;
  const record = { ...row, coalition_ids: await coalitionsOverOrganisation(row.organisation_id) };
  return may(handoverPolicy.read, viewer, record).allowed ? record : undefined;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  /** Whether they hold a role that can be handed over. */
  readonly gives: boolean;
}

/** The people of an organisation today, by name; for those who may offer a hand-over there. */
export async function colleaguesAt(organisation_id: string, now: Date): Promise<readonly Colleague[]> {
  const found = await sql<Colleague>`
    select p.id, p.name, exists (select from roles r where r.person_id = p.id and r.organisation_id = ${organisation_id} and r.role = any(${[...handedRoles]}::text[]) and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})) as gives
    from people p where p.erased_at is null and exists (select from affiliations a where a.person_id = p.id and a.organisation_id = ${organisation_id} and a.from_on <= ${dayOf(now)}::date and (a.until_on is null or a.until_on > ${dayOf(now)}::date))
    order by p.name collate "und-x-icu", p.id`.execute(database());
  return found.rows;
}

/** Hand-overs that wait for the viewer's answer. */
export async function dueHandovers(viewer: Actor, { language }: View): Promise<Due[]> {
  if (viewer.kind !== 'person') return [];
  const found = await sql<{ id: string; organisation: string; ref: string; giver: string }>`
    select h.id, o.name as organisation, o.ref, g.name as giver from handovers h join organisations o on o.id = h.organisation_id join people g on g.id = h.giver_id
    where h.receiver_id = ${viewer.id} and h.status = 'offered' order by h.id`.execute(database());
  const t = textFor(language, 'handovers');
  return found.rows.map(({ id, organisation, ref, giver }) => ({ key: `handover ${id}`, title: organisation, ref, href: paths.handover(id), why: t('due.why', { giver }), due_on: null, act: t('due.act') }));
}
