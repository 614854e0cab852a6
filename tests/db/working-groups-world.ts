import { sql } from 'kysely';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { formCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { personActor } from '#app/accounts/viewer.server';
import { registerOrganisation } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { database } from '#app/platform/database.server';
import { addSeat, adjournSession, charterGroup, conveneSession, planSession, recordAttendance, recordDecision, startSession, type GroupForm, type SeatForm } from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy, type GroupRef, type SessionRef } from '#app/working-groups/policy';
import type { AgendaForm } from '#app/working-groups/agenda/items.server';
import type { SessionForm } from '#app/working-groups/sessions/operations.server';
import type { Presence } from '#app/working-groups/sessions/model';
import { desk, give, holder, minutesAfter, openWorld, person, story, valueOf } from './accounts-world';

export interface Seat {
  readonly id: string;
  readonly holder: string;
  readonly alternate: string;
  readonly organisation: string;
}

/** A working group that meets monthly in Nairobi: five voting seats with alternates, an observer, a chair, two secretaries. */
export interface GroupWorld {
  readonly now: Date;
  readonly group: GroupRef & { readonly ref: string };
  readonly seats: readonly Seat[];
  readonly observer: Seat;
  readonly chair: PersonActor;
  readonly secretary: PersonActor;
  readonly secondSecretary: PersonActor;
  readonly stranger: PersonActor;
  readonly officer: PersonActor;
  readonly ownerUrl: string;
  readonly close: () => Promise<void>;
}

export const charter: Omit<GroupForm, 'texts'> = { kind: 'working_group', cadence: 'monthly', quorum_share: '50', decision_rule: 'consensus', notice_days: 14, starts_on: '2026-01-01', ends_on: null };

export async function openGroup(now = new Date('2026-03-02T09:00:00Z'), terms: Partial<GroupForm> = {}): Promise<GroupWorld> {
  const db = await openWorld();
  // Opened before they are needed: while a connection is being made, who acts at once would wait in line.
  await Promise.all([1, 2, 3, 4].map(() => sql`select pg_sleep(0.05)`.execute(database())));
  const coalition_id = valueOf(await formCoalition(permit(coalitionPolicy.form, story, { parent_id: null }), { now }, { slug: 'global', kind: 'global', country_iso2: null, texts: { en: { name: 'Global coalition', mandate: null } } })).id;
  const made = valueOf(await charterGroup(permit(groupPolicy.charter, await desk(), { coalition_id }), { now }, { ...charter, ...terms, texts: { en: { name: 'Data for learning', mandate: 'Agrees on what is counted.' } } }));
  const group = { ...made, coalition_id };
  const seats: Seat[] = [];
  for (const name of ['Acacia', 'Baobab', 'Cedar', 'Dogwood', 'Elm']) seats.push(await seat(group, name, now));
  return {
    now, group, seats, observer: await seat(group, 'Observatory', now, { role: 'observer', voting: false }),
    chair: await holder('wg_chair', now, { working_group_id: group.id }),
    secretary: await holder('wg_secretary', now, { working_group_id: group.id }),
    secondSecretary: await holder('wg_secretary', now, { working_group_id: group.id }),
    stranger: await strangerAt(now), officer: await holder('secretariat_officer', now, { coalition_id }),
    ownerUrl: db.ownerUrl, close: db.close,
  };
}

async function strangerAt(now: Date): Promise<PersonActor> {
  return personActor(await person('Stranger', now), now);
}

export async function seat(group: GroupRef, name: string, now: Date, more: Partial<SeatForm> = {}): Promise<Seat> {
  const { id: organisation } = valueOf(await registerOrganisation(permit(organisationPolicy.register, story, { register: true }), { now }, {
    name, short_name: null, type_code: '70', constituency: 'private', country_iso2: null, website: null, identifiers: [],
  }));
  const mail = (who: string) => `${who}@${name.toLowerCase()}.example`;
  const holds = await person(`${name} holder`, now, { mail: mail('holder'), organisation_id: organisation });
  const alternate = await person(`${name} alternate`, now, { mail: mail('alternate'), organisation_id: organisation });
  const form: SeatForm = { organisation_id: organisation, constituency: null, role: 'member', voting: true, holder_id: holds, alternate_id: alternate, from_on: '2026-01-01', ...more };
  const { id } = valueOf(await addSeat(permit(groupPolicy.seat, await desk(), group), { now }, form));
  return { id, holder: holds, alternate, organisation };
}

/** Sets the last day of a seat; nothing in the product does so yet. */
export async function endSeat(id: string, until_on: string): Promise<void> {
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await tx.updateTable('seats').set({ until_on }).where('id', '=', id).execute();
  });
}

export const item = (title: string, more: Partial<AgendaForm> = {}): AgendaForm => ({ title, kind: 'discussion', minutes: 20, presenter: null, commitment_id: null, node_id: null, ...more });
export const meeting = (more: Partial<SessionForm> = {}): SessionForm => ({
  title: 'Session on tariffs', purpose: 'working', wall_clock_start: '2026-03-19T16:00', minutes: 90, time_zone: 'Africa/Nairobi', mode: 'hybrid', place: 'Nairobi', join_link: 'https://meet.example/room',
  visibility: 'public', agenda: [item('Opening'), item('Shared tariff template')], ...more,
});

export async function sessionRef(id: string): Promise<SessionRef & { ref: string }> {
  return database().selectFrom('sessions as s').innerJoin('working_groups as g', 'g.id', 's.working_group_id').select(['s.id', 's.ref', 's.working_group_id', 's.status', 'g.coalition_id']).where('s.id', '=', id).executeTakeFirstOrThrow();
}

/** Who plans what, when: what a meeting is made of. */
type Meeting = Pick<GroupWorld, 'now' | 'group' | 'chair'>;

export const planned = async (world: Meeting, form = meeting()) => valueOf(await planSession(permit(groupPolicy.plan, world.chair, world.group), { now: world.now }, form));

/** Plans, convenes and starts a session; the clock of the world stands at its beginning afterwards. */
export async function started(world: Meeting, form = meeting(), begun = new Date('2026-03-19T13:00:00Z')): Promise<{ readonly id: string; readonly ref: string; readonly now: Date }> {
  const { id, ref } = await planned(world, form);
  valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), { now: world.now }));
  valueOf(await startSession(permit(sessionPolicy.start, world.chair, await sessionRef(id)), { now: begun }));
  return { id, ref, now: minutesAfter(begun, 5) };
}

/** A session that was held with one decision, and is not published. */
export async function heldSession(world: Meeting, form: Partial<SessionForm> = {}): Promise<{ id: string; now: Date; session: string; decision: string }> {
  const held = await started(world, meeting({ agenda: [item('One')], ...form }));
  const run = permit(sessionPolicy.run, world.chair, await sessionRef(held.id));
  const decision = valueOf(await recordDecision(run, { now: held.now }, { agenda_item_id: null, text: form.title ?? 'Agreed', rule: 'consensus', votes: [], dissent: null }));
  valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(held.id)), { now: minutesAfter(held.now, 60) }, null));
  return { id: held.id, now: held.now, session: held.ref, decision: decision.ref };
}

export const running = async (world: GroupWorld, id: string, actor = world.secretary) => permit(sessionPolicy.run, actor, await sessionRef(id));

/** Marks holders of the first seats as present. */
export async function present(world: GroupWorld, session: { readonly id: string; readonly now: Date }, seats: readonly Seat[], presence: Presence = 'remote'): Promise<void> {
  valueOf(await recordAttendance(await running(world, session.id), { now: session.now }, seats.map((one) => ({ seat_id: one.id, person_id: one.holder, presence }))));
}

export const itemsOf = (id: string) => database().selectFrom('agenda_items').selectAll().where('session_id', '=', id).orderBy('position').execute();

export { desk, give, minutesAfter, person, personActor, valueOf };
