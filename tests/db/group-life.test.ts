import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor, type PersonActor, type RoleName } from '#app/access/actor';
import { Forbidden, may, permit, type Rule } from '#app/access/permit';
import type { Result } from '#app/access/result';
import { personActor } from '#app/accounts/viewer.server';
import type { GroupAct } from '#app/paths';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { ownersToChoose } from '#app/working-groups/actions/owners.server';
import type { FirstSeats } from '#app/working-groups/chartering/operations.server';
import { dimensionPolicy } from '#app/working-groups/dimensions/policy';
import { leadsTo, lifeActs } from '#app/working-groups/life/model';
import { lifePolicy, type LifeRef } from '#app/working-groups/life/policy';
import { heirsToChoose, stepsOf, takersOf } from '#app/working-groups/life/queries.server';
import { cancelMeeting, editMeeting, planMeeting, type MeetingForm } from '#app/working-groups/meetings/operations.server';
import { meetingPolicy } from '#app/working-groups/meetings/policy';
import { groupStatuses, type GroupStatus } from '#app/working-groups/model';
import {
  addAction, addSeat, adjournSession, approveCharter, cancelSession, commenceGroup, concludeGroup, dissolveGroup, openProcedure, planSession, propose, proposeGroup, publishSession, recommend, recordAttendance, recordDecision, takeToReport, withdrawProcedure, writeTerms, type GroupForm, type SeatForm,
} from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { proposalPolicy } from '#app/working-groups/backlog/policy';
import { procedurePolicy } from '#app/working-groups/procedures/policy';
import { findGroup, seatsOfGroup } from '#app/working-groups/queries.server';
import type { SessionVisibility } from '#app/working-groups/sessions/model';
import { termsPolicy } from '#app/working-groups/terms/policy';
import { place } from './accounts-world';
import { table, roles, type Role } from './group-life-table';
import { charter, desk, endSeat, give, meeting, minutesAfter, openGroup, person, seat, sessionRef, started, valueOf, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
let people: Readonly<Record<Exclude<Role, 'signed_out'>, string>>;
let elsewhere: string;
beforeAll(async () => {
  world = await openGroup();
  const made = await Promise.all(roles.filter((role) => role !== 'signed_out').map(async (role) => [role, await person(`The ${role}`, world.now)] as const));
  people = Object.fromEntries(made) as typeof people;
  elsewhere = newId();
});
afterAll(() => world.close());

const view = (now = world.now) => ({ language: 'en', now }) as const;
const form: GroupForm = { ...charter, starts_on: '2026-03-02', texts: { en: { name: 'Group of a life', mandate: null } } };
const annual: MeetingForm = {
  language: 'en', title: 'Annual meeting', introduction: null, starts_on: '2026-03-18', ends_on: '2026-03-20', time_zone: 'Africa/Nairobi', mode: 'remote', place: null, visibility: 'public',
  registration_opens_on: '2026-03-02', registration_closes_on: '2026-03-17', places: null,
};
const nobody: FirstSeats = { chair: null, cochair: null, secretary: null };

/** Somebody of the cast, with the role that they have in the group or its coalition: roles are decided on, not looked up, here. */
function actorOf(role: Role, groupId: string): Actor {
  if (role === 'signed_out') return anyone;
  const held = (name: RoleName, scope: 'coalition_id' | 'working_group_id', id: string) => [{ role: name, coalition_id: null, organisation_id: null, working_group_id: null, country_iso2: null, [scope]: id }];
  const coalition = world.group.coalition_id;
  const rolesOf = {
    lead: held('secretariat_lead', 'coalition_id', coalition), officer: held('secretariat_officer', 'coalition_id', coalition), proposer: held('secretariat_officer', 'coalition_id', coalition), admin: held('platform_admin', 'coalition_id', coalition),
    chair: held('wg_chair', 'working_group_id', groupId), reporter: held('wg_cochair', 'working_group_id', groupId), secretary: held('wg_secretary', 'working_group_id', groupId), member: held('wg_member', 'working_group_id', groupId),
    auditor: held('auditor', 'coalition_id', coalition), elsewhere: held('secretariat_lead', 'coalition_id', elsewhere), stranger: [],
  } as const;
  return { kind: 'person', id: people[role], name: role, language: 'en', time_zone: 'UTC', affiliations: [], governments: [], roles: rolesOf[role] } as PersonActor;
}

async function subjectOf(id: string): Promise<LifeRef & { version: number }> {
  const row = await database().selectFrom('working_groups').select(['id', 'coalition_id', 'status', 'version']).where('id', '=', id).executeTakeFirstOrThrow();
  return { ...row, ...(await takersOf(database(), id)) };
}

const ending = { reason: 'Its work is done.', heir_id: null };
const run = async (act: GroupAct, actor: Actor, subject: LifeRef & { version: number }, now = world.now): Promise<Result<{ ref: string }>> => {
  const at = { now };
  switch (act) {
    case 'charter': return approveCharter(permit(lifePolicy.charter, actor, subject), at, subject.version);
    case 'commencement': return commenceGroup(permit(lifePolicy.commencement, actor, subject), at, subject.version);
    case 'reporting': return takeToReport(permit(lifePolicy.reporting, actor, subject), at, subject.version);
    case 'conclusion': return concludeGroup(permit(lifePolicy.conclusion, actor, subject), at, subject.version, ending);
    case 'dissolution': return dissolveGroup(permit(lifePolicy.dissolution, actor, subject), at, subject.version, ending);
  }
};
const act = async (name: GroupAct, role: Role, id: string, now = world.now) => run(name, actorOf(role, id), await subjectOf(id), now);

/** A group that has come to a state by its own steps; somebody sits in its chair. */
async function groupIn(status: GroupStatus, given: Partial<GroupForm> = {}): Promise<string> {
  const proposer = actorOf('proposer', '');
  const { id } = valueOf(await proposeGroup(permit(groupPolicy.propose, proposer, { coalition_id: world.group.coalition_id }), { now: world.now }, { ...form, ...given }, nobody));
  const organisation = world.seats[0]?.organisation ?? '';
  valueOf(await addSeat(permit(groupPolicy.seat, actorOf('officer', id), { id, coalition_id: world.group.coalition_id }), { now: world.now }, { organisation_id: organisation, constituency: null, role: 'chair', voting: true, holder_id: people.chair, alternate_id: null, from_on: '2026-03-02' }));
  const steps: readonly (readonly [GroupAct, Role, readonly GroupStatus[]])[] = [['charter', 'officer', ['chartered', 'active', 'reporting', 'concluded']], ['commencement', 'chair', ['active', 'reporting', 'concluded']], ['reporting', 'reporter', ['reporting', 'concluded']], ['conclusion', 'chair', ['concluded']], ['dissolution', 'lead', ['dissolved']]];
  for (const [name, role, states] of steps) if (states.includes(status)) valueOf(await act(name, role, id));
  return id;
}

const columns = ['may', 'not_now', 'not_your_own', 'chair_only', 'secretariat_only'] as const;
function expected(name: GroupAct, status: GroupStatus, role: Role): string {
  const row = table[name].find(({ states }) => states.includes(status));
  const [column, ...others] = columns.filter((one) => row?.[one]?.includes(role));
  if (column === undefined || others.length > 0) throw new Error(`the table says ${1 + others.length} things of ${role}: ${name}, ${status}`);
  return column === 'may' ? `may -> ${leadsTo[name]}` : column === 'chair_only' ? 'working-groups:reasons.chair_only' : `access:reasons.${column}`;
}

/** Whoever comes too late still holds the permit of before: the operation decides again on the locked row. */
async function tried(name: GroupAct, actor: Actor, subject: LifeRef & { version: number }): Promise<string> {
  const rule = lifePolicy[name] as Rule<string, LifeRef>;
  const decision = may(rule, actor, subject);
  const earlier = { ...subject, status: table[name].find(({ may: allowed }) => allowed !== undefined)?.states[0] ?? '', proposed_by: null, reported_by: null };
  if (!decision.allowed && !may(rule, actor, earlier).allowed) return decision.reason;
  const result = await run(name, actor, decision.allowed ? subject : earlier).catch((error: unknown) => {
    if (error instanceof Forbidden) return error.reason;
    throw error;
  });
  if (typeof result === 'string') return result;
  return result.ok ? 'may' : result.problems.map(({ code }) => code).join(' ');
}

describe('GL-1, GL-2: every step in every state by everybody', () => {
  it('has one row for each state', () => {
    for (const name of lifeActs) expect(table[name].flatMap(({ states }) => states).toSorted(), name).toEqual(groupStatuses.toSorted());
  });
  it.each(lifeActs.flatMap((name) => groupStatuses.map((status) => ({ name, status }))))('$name, $status', async ({ name, status }) => {
    let kept: string | undefined;
    for (const role of roles) {
      kept ??= await groupIn(status);
      const before = await subjectOf(kept);
      const answer = await tried(name, actorOf(role, kept), before);
      const after = await subjectOf(kept);
      expect(answer === 'may' ? `may -> ${after.status}` : after.version === before.version ? answer : `${answer}, and yet it changed`, role).toBe(expected(name, status, role));
      if (answer === 'may') kept = undefined;
    }
  });
  it('is held by the database, whoever writes', async () => {
    const [proposed, reporting, active, over] = [await groupIn('proposed'), await groupIn('reporting'), await groupIn('active'), await groupIn('dissolved')];
    const tell = (id: string, status: string, by: string) => raw(sql`insert into working_group_steps (working_group_id, status, taken_on, taken_at, taken_by, reason) values (${id}, ${status}, '2026-03-02', ${world.now}, ${by}, ${status === 'concluded' ? 'done' : null})`);
    expect(await tell(proposed, 'chartered', people.proposer)).toBe('working_group_steps_another');
    expect(await tell(reporting, 'concluded', people.reporter)).toBe('working_group_steps_another');
    expect(await raw(sql`update working_groups set status = 'concluded', ended_on = '2026-03-02' where id = ${active}`)).toBe('working_groups_steps');
    expect(await raw(sql`update working_groups set status = 'active', ended_on = null where id = ${over}`)).toBe('working_groups_steps');
    expect(await raw(sql`update working_groups set status = 'reporting' where id = ${active}`)).toBe('working_groups_step_kept');
    expect(await raw(sql`update working_group_steps set reason = 'Another' where working_group_id = ${over} and status = 'dissolved'`)).not.toBe('taken');
  });
  it('goes on once where two act at the same time', async () => {
    const id = await groupIn('reporting');
    const subject = await subjectOf(id);
    const both = await Promise.all((['chair', 'lead'] as const).map((role) => run('conclusion', actorOf(role, id), subject).catch((error: unknown) => (error instanceof Forbidden ? error.reason : Promise.reject(error as Error)))));
    expect(both.filter((one) => typeof one !== 'string' && one.ok)).toHaveLength(1);
  });
});

/** The letters about a group whose subject ends in some words: to whom, in which language, what they say. */
async function lettersOf(id: string, subject: string): Promise<readonly { readonly recipient: string; readonly language: string; readonly said: string }[]> {
  const found = await database().selectFrom('outbox_mails').select(['recipient', 'language', 'props']).where('thread', '=', `group:${id}`).orderBy('recipient').execute();
  return found.filter(({ props }) => (props as { subject: string }).subject.endsWith(subject)).map(({ recipient, language, props }) => ({ recipient, language, said: JSON.stringify(props) }));
}

/** What the database says to a bare statement of the application at an instant: `taken`, or the constraint. */
const raw = (statement: ReturnType<typeof sql>, at?: string): Promise<string> => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', ${JSON.stringify({ kind: 'system', name: 'demo', at })}, true)`.execute(tx);
  await statement.execute(tx);
  await sql`set constraints all immediate`.execute(tx);
  return 'taken';
}).catch((error: unknown) => (error as { constraint_name?: string; message: string }).constraint_name ?? (error as Error).message);

describe('GL-1: a proposal', () => {
  const proposing = (more: Partial<GroupForm>, first: FirstSeats = nobody, submission?: string) =>
    proposeGroup(permit(groupPolicy.propose, actorOf('proposer', ''), { coalition_id: world.group.coalition_id }), { now: world.now, ...(submission === undefined ? {} : { submission }) }, { ...form, ...more }, first);

  it('brings words, key, days, terms and first seats, and is known to its own alone', async () => {
    const { id, ref } = valueOf(await proposing({ short_key: 'whole', ends_on: '2028-03-01', visibility: 'members', cadence: 'quarterly', quorum_share: '66', minimums: [{ constituency: 'private', seats: 1 }] }, { ...nobody, chair: { organisation: 'Baobab', holder: 'holder@baobab.example' } }));
    const found = await findGroup(world.officer, 'whole', view());
    expect(found).toMatchObject({ ref, status: 'proposed', visibility: 'members', cadence: 'quarterly', ends_on: '2028-03-01', minimums: [{ constituency: 'private', seats: 1 }], terms_version: 1 });
    expect((await seatsOfGroup(world.officer, id, view())).map(({ organisation, role, voting }) => [organisation, role, voting])).toEqual([['Baobab', 'chair', true]]);
    const chair = await personActor(world.seats[1]?.holder ?? '', world.now);
    expect(chair.roles.some((held) => held.role === 'wg_chair' && held.working_group_id === id)).toBe(true);
    for (const viewer of [anyone, world.stranger]) expect(await findGroup(viewer, ref, view())).toBeUndefined();
    valueOf(await act('charter', 'officer', id));
    // GL-7: from its charter on, as far as its visibility goes.
    expect(await findGroup(anyone, ref, view())).toBeUndefined();
    expect((await findGroup(world.stranger, ref, view()))?.status).toBe('chartered');
    expect((await lettersOf(id, 'is chartered')).map(({ recipient }) => recipient)).toContain('holder@baobab.example');
  });
  it('is read by those who are named for a seat, also before their first day', async () => {
    const { id, ref } = valueOf(await proposing({ starts_on: '2026-06-01' }, { ...nobody, chair: { organisation: 'Cedar', holder: 'holder@cedar.example' } }));
    const named = await personActor(world.seats[2]?.holder ?? '', world.now);
    expect((await findGroup(named, ref, view()))?.seats).toBe(1);
    expect((await seatsOfGroup(named, id, view())).map(({ role }) => role)).toEqual(['chair']);
  });
  it('is sent twice and made once', async () => {
    const key = newId();
    const [one, two] = [valueOf(await proposing({ short_key: 'twice' }, nobody, key)), valueOf(await proposing({ short_key: 'twice' }, nobody, key))];
    expect(two).toEqual(one);
  });
  it('says at the field what does not hold', async () => {
    valueOf(await proposing({ short_key: 'taken' }));
    const said = async (more: Partial<GroupForm>, first?: FirstSeats) => {
      const result = await proposing(more, first);
      return result.ok ? [] : result.problems.map(({ code, field }) => [field, code]);
    };
    expect(await said({ short_key: 'taken' })).toEqual([['short_key', 'working-groups:life.wrong.key_taken']]);
    expect(await said({ ends_on: '2026-03-01' })).toEqual([['ends_on', 'working-groups:life.wrong.dates']]);
    expect(await said({ starts_on: '2026-03-01' })).toEqual([['starts_on', 'working-groups:problems.not_in_the_past']]);
    expect(await said({}, { ...nobody, cochair: { organisation: 'Nowhere', holder: null } })).toEqual([['organisation_cochair', 'working-groups:seats.wrong.no_organisation']]);
    expect(await said({}, { ...nobody, secretary: { organisation: 'Cedar', holder: 'nobody@cedar.example' } })).toEqual([['holder_secretary', 'working-groups:seats.wrong.nobody']]);
  });
  it('is told to those of the secretariat who can charter it, in their language, and not to who proposed it', async () => {
    const coalition_id = world.group.coalition_id;
    const known = async (name: string, role: RoleName, scope: { coalition_id?: string }, ends: Date | null = null, language: 'en' | 'fr' = 'en') => {
      const id = await person(name, world.now, { mail: `${name}@desk.example`, language });
      await give(id, role, new Date('2026-01-01T00:00:00Z'), scope, ends);
      return id;
    };
    const author = await known('author', 'secretariat_officer', { coalition_id });
    await known('reader', 'secretariat_lead', { coalition_id }, null, 'fr');
    await known('platform', 'secretariat_officer', {});
    await known('gone', 'secretariat_lead', { coalition_id }, new Date('2026-02-01T00:00:00Z'));
    await known('elsewhere', 'secretariat_lead', { coalition_id: await place('coalition', 'elsewhere') });
    const { id } = valueOf(await proposeGroup(permit(groupPolicy.propose, await personActor(author, world.now), { coalition_id }), { now: world.now }, form, nobody));
    expect((await lettersOf(id, '')).map(({ recipient, language }) => [recipient, language])).toEqual([['platform@desk.example', 'en'], ['reader@desk.example', 'fr']]);
    expect((await lettersOf(id, 'Group of a life waits to be chartered'))[0]?.said).toContain('A working group has been proposed: Group of a life.');
  });
  it('begins its work with somebody in the chair', async () => {
    const { id } = valueOf(await proposing({}));
    valueOf(await act('charter', 'lead', id));
    expect(await act('commencement', 'officer', id)).toMatchObject({ problems: [{ code: 'working-groups:life.wrong.no_chair' }, { code: 'working-groups:problems.no_voting_seat' }] });
  });
  it('begins its work with a seat that votes on that day', async () => {
    const { id } = valueOf(await proposing({}));
    valueOf(await act('charter', 'lead', id));
    const sit = async (more: Partial<SeatForm>) => valueOf(await addSeat(permit(groupPolicy.seat, actorOf('officer', id), { id, coalition_id: world.group.coalition_id }), { now: world.now }, { organisation_id: world.seats[0]?.organisation ?? '', constituency: null, role: 'chair', voting: false, holder_id: people.chair, alternate_id: null, from_on: '2026-03-02', ...more }));
    const none = { problems: [{ code: 'working-groups:problems.no_voting_seat' }] };
    await sit({});
    expect(await act('commencement', 'chair', id)).toMatchObject(none);
    await sit({ organisation_id: world.seats[1]?.organisation ?? '', role: 'member', voting: true, holder_id: null, from_on: '2026-03-03' });
    expect(await act('commencement', 'chair', id)).toMatchObject(none);
    valueOf(await act('commencement', 'chair', id, new Date('2026-03-03T09:00:00Z')));
  });
  it('tells everybody on a seat, today or to come, when its work begins and when it goes on to its report', async () => {
    const id = await groupIn('chartered');
    const of = { id, coalition_id: world.group.coalition_id };
    await seat(of, 'Hazel', world.now, { from_on: '2026-03-02' });
    await seat(of, 'Ironwood', world.now, { from_on: '2026-06-01' });
    const gone = await seat(of, 'Juniper', world.now, { from_on: '2026-03-02' });
    await endSeat(gone.id, '2026-03-10');
    const everybody = ['alternate@hazel.example', 'alternate@ironwood.example', 'holder@hazel.example', 'holder@ironwood.example'];
    const own = personActor((await seat(of, 'Katsura', world.now, { from_on: '2026-03-02', alternate_id: null })).holder, world.now);
    valueOf(await run('commencement', { ...(await own), roles: (actorOf('chair', id) as PersonActor).roles }, await subjectOf(id), new Date('2026-03-12T09:00:00Z')));
    const begun = await lettersOf(id, 'begins its work');
    expect(begun.map(({ recipient }) => recipient)).toEqual(everybody);
    for (const { said } of begun) expect(said).toContain('The group Group of a life has been at work since 12 March 2026. You will be invited to its sessions.');
    valueOf(await run('reporting', { ...(await own), roles: (actorOf('reporter', id) as PersonActor).roles }, await subjectOf(id), new Date('2026-04-12T09:00:00Z')));
    const reporting = await lettersOf(id, 'writes its report');
    expect(reporting.map(({ recipient }) => recipient)).toEqual(everybody);
    for (const { said } of reporting) expect(said).toContain('Since 12 April 2026 the group Group of a life has been writing what came of its work.');
  });
});

describe('GL-3: what has to be over before a group ends', () => {
  const codes = (result: Result<unknown>) => (result.ok ? ['ended'] : result.problems.map(({ code, values }) => `${code.replace('working-groups:life.wrong.', '')} ${String(values?.['refs'] ?? '')}`));
  const ref = (id: string) => ({ id, coalition_id: world.group.coalition_id });

  it('is said in words, each by its reference, and held by the database', async () => {
    const id = await groupIn('reporting');
    const lead = actorOf('lead', id);
    const chair = actorOf('chair', id) as PersonActor;
    const procedure = valueOf(await openProcedure(permit(procedurePolicy.open, chair, ref(id)), { now: world.now }, { title: 'One', text: 'It is so.', reasons: 'Because.', rule: 'majority', supersedes: null, wall_clock_close: '2026-03-20T18:00', time_zone: 'UTC', visibility: 'public' }));
    const session = valueOf(await planSession(permit(groupPolicy.plan, chair, ref(id)), { now: world.now }, meeting()));
    const both = [`sessions ${session.ref}`, `procedures ${procedure.ref}`];
    expect(codes(await act('conclusion', 'chair', id))).toEqual(both);
    expect(codes(await act('dissolution', 'lead', id))).toEqual(both);
    await raw(sql`insert into working_group_steps (working_group_id, status, taken_on, taken_at, reason) values (${id}, 'dissolved', '2026-03-02', ${world.now}, 'So')`).then((said) => expect(said).toBe('taken'));
    expect(await raw(sql`update working_groups set status = 'dissolved', ended_on = '2026-03-02' where id = ${id}`)).toBe('working_groups_nothing_open');
    valueOf(await withdrawProcedure(permit(procedurePolicy.withdraw, lead, { ...ref(procedure.id), working_group_id: id, running: true, voters: [] }), { now: world.now }, 'Not now'));
    valueOf(await cancelSession(permit(sessionPolicy.cancel, chair, await sessionRef(session.id)), { now: world.now }, 'Not now'));
    expect(await raw(sql`update working_groups set status = 'dissolved', ended_on = '2026-03-02' where id = ${id}`)).toBe('taken');
  });

  it('holds for minutes that are not published; recommendations are final before a group concludes, not before it is dissolved', async () => {
    const id = await groupIn('active');
    const chair = actorOf('chair', id) as PersonActor;
    const meets = { now: world.now, group: { ...ref(id), ref: '' }, chair };
    const held = await started(meets);
    const { id: seat_id } = await database().selectFrom('seats').select('id').where('working_group_id', '=', id).executeTakeFirstOrThrow();
    valueOf(await recordAttendance(permit(sessionPolicy.run, chair, await sessionRef(held.id)), { now: held.now }, [{ seat_id, person_id: people.chair, presence: 'remote' }]));
    const decided = valueOf(await recordDecision(permit(sessionPolicy.run, chair, await sessionRef(held.id)), { now: held.now }, { agenda_item_id: null, text: 'Agreed', rule: 'consensus', votes: [], dissent: null }));
    valueOf(await adjournSession(permit(sessionPolicy.adjourn, chair, await sessionRef(held.id)), { now: minutesAfter(held.now, 60) }, null));
    const later = minutesAfter(held.now, 90);
    expect(codes(await act('dissolution', 'lead', id, later))).toEqual([`minutes ${held.ref}`]);
    valueOf(await publishSession(permit(sessionPolicy.publish, chair, await sessionRef(held.id)), { now: later }));
    const { id: decision_id } = await database().selectFrom('decisions').select('id').where('ref', '=', decided.ref).executeTakeFirstOrThrow();
    const draft = valueOf(await recommend(permit(groupPolicy.recommend, chair, ref(id)), { now: later }, { title: 'Do it', text: 'Do it.', status: 'draft', decisions: [decision_id], nodes: [] }));
    valueOf(await act('reporting', 'reporter', id, later));
    expect(codes(await act('conclusion', 'chair', id, later))).toEqual([`recommendations ${draft.ref}`]);
    expect(codes(await act('dissolution', 'lead', id, later))).toEqual(['ended']);
    expect(await raw(sql`update recommendations set status = 'final', final_on = '2026-03-20' where ref = ${draft.ref}`)).toBe('working_groups_ended_stay');
  });
});

describe('GL-3: meetings of a plenary group', () => {
  it('stand in the way of its end to their last day, unless they are called off', async () => {
    const id = await groupIn('reporting', { kind: 'plenary' });
    const chair = actorOf('chair', id);
    const { ref } = valueOf(await planMeeting(permit(meetingPolicy.plan, chair, { id, coalition_id: world.group.coalition_id, kind: 'plenary' }), { now: world.now }, annual));
    const found = await database().selectFrom('meetings').select(['id', 'working_group_id', 'status']).where('ref', '=', ref).executeTakeFirstOrThrow();
    const said = async (name: GroupAct, role: Role, now: string) => {
      const result = await act(name, role, id, new Date(now));
      return result.ok ? [] : result.problems.map(({ code, values }) => [code, values?.['refs']]);
    };
    const stands = [['working-groups:life.wrong.meetings', ref]];
    expect(await said('conclusion', 'chair', '2026-03-02T09:00:00Z')).toEqual(stands);
    expect(await said('dissolution', 'lead', '2026-03-20T09:00:00Z')).toEqual(stands);
    await raw(sql`insert into working_group_steps (working_group_id, status, taken_on, taken_at, reason) values (${id}, 'dissolved', '2026-03-20', ${world.now}, 'So')`).then((taken) => expect(taken).toBe('taken'));
    const bare = (at: string) => raw(sql`update working_groups set status = 'dissolved', ended_on = '2026-03-20' where id = ${id}`, at);
    expect(await bare('2026-03-20T09:00:00Z')).toBe('working_groups_nothing_open');
    valueOf(await cancelMeeting(permit(meetingPolicy.cancel, chair, { ...found, coalition_id: world.group.coalition_id }), { now: world.now }, 'Not this year'));
    expect(await bare('2026-03-20T09:00:00Z')).toBe('taken');
  });
  it('no longer do the day after', async () => {
    const id = await groupIn('reporting', { kind: 'plenary' });
    valueOf(await planMeeting(permit(meetingPolicy.plan, actorOf('chair', id), { id, coalition_id: world.group.coalition_id, kind: 'plenary' }), { now: world.now }, annual));
    valueOf(await act('conclusion', 'chair', id, new Date('2026-03-21T09:00:00Z')));
  });
});

describe('GL-4 to GL-6: a group that has ended', () => {
  const ended = minutesAfter(new Date('2026-03-19T13:00:00Z'), 24 * 60);
  const ref = () => ({ id: group, coalition_id: world.group.coalition_id });
  let group: string;
  let member: string;
  let action: string;
  let provisional: string;
  beforeAll(async () => {
    group = await groupIn('active');
    const at = { now: world.now };
    const chair = actorOf('chair', group) as PersonActor;
    member = (await seat(ref(), 'Fir', world.now, { from_on: '2026-03-02' })).holder;
    await seat(ref(), 'Ginkgo', world.now, { from_on: '2026-06-01' });
    await give(people.secretary, 'wg_secretary', world.now, { working_group_id: group });
    const held = await started({ now: world.now, group: { ...ref(), ref: '' }, chair });
    const running = permit(sessionPolicy.run, chair, await sessionRef(held.id));
    provisional = valueOf(await recordDecision(running, { now: held.now }, { agenda_item_id: null, text: 'Without quorum', rule: 'consensus', votes: [], dissent: null })).ref;
    action = valueOf(await addAction(running, { now: held.now }, { agenda_item_id: null, text: 'Count it', owner_id: people.chair, due_on: '2026-05-01' })).id;
    valueOf(await adjournSession(permit(sessionPolicy.adjourn, chair, await sessionRef(held.id)), { now: minutesAfter(held.now, 60) }, null));
    valueOf(await publishSession(permit(sessionPolicy.publish, chair, await sessionRef(held.id)), { now: minutesAfter(held.now, 90) }));
    valueOf(await propose(permit(proposalPolicy.make, await personActor(member, world.now), { ...ref(), seated: [member] }), at, { title: 'Next', why: 'Because', minutes: null, commitment_id: null, node_id: null }));
    const subject = await subjectOf(group);
    expect((await heirsToChoose(world.officer, ref(), view(ended))).map(({ person_id }) => person_id)).toContain(member);
    expect(await dissolveGroup(permit(lifePolicy.dissolution, actorOf('lead', group), subject), { now: ended }, subject.version, { reason: 'No members are left.', heir_id: people.stranger })).toMatchObject({ problems: [{ field: 'heir_id' }] });
    valueOf(await dissolveGroup(permit(lifePolicy.dissolution, actorOf('lead', group), subject), { now: ended }, subject.version, { reason: 'No members are left.', heir_id: member }));
  });

  it('keeps its steps with days and the reason', async () => {
    expect((await stepsOf(anyone, group, view(ended))).map(({ status, taken_on, reason }) => [status, taken_on, reason])).toEqual([['proposed', '2026-03-02', null], ['chartered', '2026-03-02', null], ['active', '2026-03-02', null], ['dissolved', '2026-03-20', 'No members are left.']]);
    expect((await findGroup(anyone, (await database().selectFrom('working_groups').select('ref').where('id', '=', group).executeTakeFirstOrThrow()).ref, view(ended)))).toMatchObject({ status: 'dissolved', ended_on: '2026-03-20', seats: 2 });
  });
  it('ends seats with the day and offices by the clock; seats to come are gone', async () => {
    const rows = await database().selectFrom('seats').select(['from_on', 'until_on']).where('working_group_id', '=', group).execute();
    expect(rows).toEqual([{ from_on: '2026-03-02', until_on: '2026-03-20' }, { from_on: '2026-03-02', until_on: '2026-03-20' }]);
    const rolesOn = async (id: string, at: string) => (await personActor(id, new Date(at))).roles.filter((held) => held.working_group_id === group).map((held) => held.role);
    expect([await rolesOn(people.chair, '2026-03-20T23:59:59Z'), await rolesOn(people.chair, '2026-03-21T00:00:00Z')]).toEqual([['wg_chair'], []]);
    expect([await rolesOn(people.secretary, '2026-03-20T23:59:59Z'), await rolesOn(people.secretary, '2026-03-21T00:00:00Z')]).toEqual([['wg_secretary'], []]);
  });
  it('passes open actions on, declines what was proposed, lets provisional decisions lapse, and tells everybody once', async () => {
    expect(await database().selectFrom('action_items').select(['owner_id', 'status']).where('id', '=', action).executeTakeFirstOrThrow()).toEqual({ owner_id: member, status: 'open' });
    expect(await database().selectFrom('decisions').select(['status', 'lapsed_on_end', 'lapsed_in']).where('ref', '=', provisional).executeTakeFirstOrThrow()).toEqual({ status: 'lapsed', lapsed_on_end: true, lapsed_in: null });
    expect(await database().selectFrom('agenda_proposals').select(['status', 'answer']).where('working_group_id', '=', group).execute()).toEqual([{ status: 'declined', answer: 'No members are left.' }]);
    const told = await lettersOf(group, 'is dissolved');
    expect(told.map(({ recipient }) => recipient)).toEqual(['alternate@fir.example', 'alternate@ginkgo.example', 'holder@fir.example', 'holder@ginkgo.example']);
    for (const { said } of told) for (const words of ['20 March 2026', 'No members are left.', '1 action that is still open passes to Fir holder.']) expect(said).toContain(words);
  });
  it('is still read by who sat there to the end, who can have its actions passed on to them', async () => {
    const next = new Date('2026-04-20T09:00:00Z');
    expect((await seatsOfGroup(anyone, group, view(next))).map(({ organisation }) => organisation)).toEqual(['Acacia', 'Fir']);
    expect((await ownersToChoose(world.officer, { working_group_id: group, owner_id: member }, view(next))).map(({ person_id }) => person_id)).toContain(people.chair);
  });
  it('takes no session, procedure, recommendation, proposal, seat, office, terms or dimension: by rule', async () => {
    const status = 'dissolved';
    const lead = actorOf('lead', group);
    for (const rule of [groupPolicy.plan, groupPolicy.recommend, procedurePolicy.open]) expect(may(rule, lead, { ...ref(), status })).toEqual({ allowed: false, reason: 'working-groups:reasons.not_at_work' });
    for (const rule of [groupPolicy.seat, dimensionPolicy.keep, termsPolicy.write]) expect(may(rule, lead, { ...ref(), status })).toEqual({ allowed: false, reason: 'working-groups:reasons.group_ended' });
    expect(may(proposalPolicy.make, lead, { ...ref(), status, seated: [people.lead] })).toMatchObject({ reason: 'working-groups:reasons.not_at_work' });
  });
  it('and by the database, for a permit of before', async () => {
    const chair = actorOf('chair', group) as PersonActor;
    const lead = actorOf('lead', group);
    const at = { now: ended };
    const over = [{ code: 'working-groups:reasons.group_ended' }];
    expect(await planSession(permit(groupPolicy.plan, chair, ref()), at, meeting())).toMatchObject({ problems: over });
    expect(await openProcedure(permit(procedurePolicy.open, chair, ref()), at, { title: 'One', text: 'So.', reasons: 'So.', rule: 'majority', supersedes: null, wall_clock_close: '2026-04-20T18:00', time_zone: 'UTC', visibility: 'public' })).toMatchObject({ problems: over });
    expect(await addSeat(permit(groupPolicy.seat, lead, ref()), at, { organisation_id: world.seats[2]?.organisation ?? '', constituency: null, role: 'member', voting: true, holder_id: null, alternate_id: null, from_on: '2026-03-20' })).toMatchObject({ problems: over });
    expect(await writeTerms(permit(termsPolicy.write, lead, ref()), at, 1, { cadence: 'monthly', decision_rule: 'consensus', notice_days: 14, quorum_share: '60', correction_days: 5, minimums: [], from_on: '2026-03-21', texts: [] })).toMatchObject({ problems: over });
    expect(await propose(permit(proposalPolicy.make, chair, { ...ref(), seated: [people.chair] }), at, { title: 'Next', why: 'So', minutes: null, commitment_id: null, node_id: null })).toMatchObject({ problems: over });
    for (const statement of [
      sql`update seats set until_on = null where working_group_id = ${group}`, sql`delete from seats where working_group_id = ${group}`,
      sql`insert into roles (id, person_id, role, scope, working_group_id, starts_at) values (${newId()}, ${people.stranger}, 'wg_chair', 'working_group', ${group}, ${ended})`,
      sql`insert into working_group_dimensions (id, working_group_id, key, position) values (${newId()}, ${group}, 'late', 9)`,
    ]) expect(await raw(statement)).toBe('working_groups_ended_stay');
  });
  it('is not at work before it begins either', async () => {
    const id = await groupIn('chartered');
    expect(await planSession(permit(groupPolicy.plan, actorOf('chair', id), { id, coalition_id: world.group.coalition_id }), { now: world.now }, meeting())).toMatchObject({ problems: [{ code: 'working-groups:reasons.not_at_work' }] });
  });
  it('ends, or has a session more, where both are asked for at once', async () => {
    const id = await groupIn('active');
    const subject = await subjectOf(id);
    const [end, plan] = await Promise.all([run('dissolution', actorOf('lead', id), subject), planSession(permit(groupPolicy.plan, actorOf('chair', id), subject), { now: world.now }, meeting())]);
    expect([end.ok, plan.ok].filter(Boolean)).toHaveLength(1);
  });
});

describe('GL-7: nothing of a group is more open than the group', () => {
  it('is refused at the field', async () => {
    const id = await groupIn('active', { visibility: 'coalition' });
    const chair = actorOf('chair', id);
    const of = { id, coalition_id: world.group.coalition_id };
    expect(await planSession(permit(groupPolicy.plan, chair, of), { now: world.now }, meeting())).toMatchObject({ problems: [{ code: 'working-groups:life.wrong.more_open', field: 'visibility' }] });
    valueOf(await planSession(permit(groupPolicy.plan, chair, of), { now: world.now }, meeting({ visibility: 'coalition' })));
    for (const viewer of [anyone, world.stranger]) expect(await seenBy(viewer, id)).toBe(false);
    expect(await seenBy(await desk(), id)).toBe(true);
  });
});
describe('GL-7: meetings and written procedures', () => {
  const more = { problems: [{ code: 'working-groups:life.wrong.more_open', field: 'visibility' }] };
  it('are refused at the field where they are more open than their group, and changed to be so', async () => {
    const id = await groupIn('active', { kind: 'plenary', visibility: 'members' });
    const of = { id, coalition_id: world.group.coalition_id };
    const chair = actorOf('chair', id);
    const at = { now: world.now };
    const plan = (visibility: SessionVisibility) => planMeeting(permit(meetingPolicy.plan, chair, { ...of, kind: 'plenary' }), at, { ...annual, visibility });
    expect(await plan('public')).toMatchObject(more);
    const planned = valueOf(await plan('members'));
    const found = await database().selectFrom('meetings').select(['id', 'working_group_id', 'status', 'version']).where('ref', '=', planned.ref).executeTakeFirstOrThrow();
    expect(await editMeeting(permit(meetingPolicy.edit, chair, { ...found, ...of, id: found.id }), at, found.version, { ...annual, visibility: 'public' })).toMatchObject(more);
    valueOf(await editMeeting(permit(meetingPolicy.edit, chair, { ...found, ...of, id: found.id }), at, found.version, { ...annual, visibility: 'coalition' }));
    const open = (visibility: SessionVisibility) => openProcedure(permit(procedurePolicy.open, chair, of), at, { title: 'One', text: 'It is so.', reasons: 'Because.', rule: 'majority', supersedes: null, wall_clock_close: '2026-03-20T18:00', time_zone: 'UTC', visibility });
    expect(await open('public')).toMatchObject(more);
    const opened = valueOf(await open('members'));
    expect(await raw(sql`update ballots set visibility = 'public' where id = ${opened.id}`)).toBe('working_groups_no_more_open');
    expect(await raw(sql`update meetings set visibility = 'public' where id = ${found.id}`)).toBe('working_groups_no_more_open');
  });
});

const seenBy = async (viewer: Actor, id: string): Promise<boolean> => {
  const { ref } = await database().selectFrom('working_groups').select('ref').where('id', '=', id).executeTakeFirstOrThrow();
  return (await findGroup(viewer, ref, view())) !== undefined;
};
