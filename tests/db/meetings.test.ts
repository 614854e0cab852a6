import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { personActor } from '#app/accounts/viewer.server';
import type { Occasion } from '#app/access/transaction.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { announceMeeting, cancelMeeting, editMeeting, planMeeting, type MeetingForm } from '#app/working-groups/meetings/operations.server';
import { meetingPolicy } from '#app/working-groups/meetings/policy';
import { attendanceByOrganisation, findMeeting, participantsOf, registrationBy, sessionsOfMeeting, type MeetingRecord } from '#app/working-groups/meetings/queries.server';
import { noteParticipants, registerForMeeting, withdrawFromMeeting } from '#app/working-groups/meetings/registration.server';
import { recommendFrom, recordTakeaway, withdrawTakeaway } from '#app/working-groups/takeaways/operations.server';
import { takeawayPolicy } from '#app/working-groups/takeaways/policy';
import { findTakeaway, takeawaysOfMeeting, takeawaysUnder } from '#app/working-groups/takeaways/queries.server';
import { adjournSession, finaliseRecommendation, publishSession, succeedRecommendation } from '#app/working-groups/operations.server';
import { recommendationPolicy } from '#app/working-groups/recommendations/policy';
import { sessionPolicy } from '#app/working-groups/policy';
import { minutesAfter, valueOf } from './accounts-world';
import { meeting as sessionForm, openGroup, planned, sessionRef, started, type GroupWorld } from './working-groups-world';

const form: MeetingForm = {
  language: 'en', title: 'Annual meeting 2026', introduction: 'Where the year is looked at.', starts_on: '2026-03-18', ends_on: '2026-03-20', time_zone: 'Africa/Nairobi', mode: 'hybrid', place: 'Nairobi', visibility: 'public',
  registration_opens_on: '2026-03-02', registration_closes_on: '2026-03-17', places: 2,
};
let world: GroupWorld;
let people: PersonActor[];
beforeAll(async () => {
  world = await openGroup(new Date('2026-03-02T09:00:00Z'), { kind: 'plenary', notice_days: 0 });
  people = await Promise.all(world.seats.slice(0, 4).map(({ holder }) => personActor(holder, world.now)));
});
afterAll(() => world.close());

const view = (now = world.now) => ({ language: 'en', now }) as const;
const at = (day: string): Date => new Date(`${day}T09:00:00Z`);
const seen = async (ref: string, now = world.now, viewer: Parameters<typeof findMeeting>[0] = world.chair): Promise<MeetingRecord> => {
  const found = await findMeeting(viewer, ref, view(now));
  if (found === undefined) throw new Error(`no meeting ${ref}`);
  return found;
};
const plan = (more: Partial<MeetingForm> = {}) => planMeeting(permit(meetingPolicy.plan, world.chair, { ...world.group, kind: 'plenary' }), { now: world.now }, { ...form, ...more });
const announced = async (more: Partial<MeetingForm> = {}): Promise<string> => {
  const { ref } = valueOf(await plan(more));
  valueOf(await announceMeeting(permit(meetingPolicy.announce, world.chair, await seen(ref)), { now: world.now }));
  return ref;
};
const register = async (ref: string, actor: PersonActor, more: Partial<{ organisation: string | null; mode: 'in_person' | 'remote' }> = {}, occasion: Occasion = { now: world.now }) =>
  registerForMeeting(permit(meetingPolicy.register, actor, { ...(await seen(ref, occasion.now, actor)), person_id: actor.id }), occasion, { organisation: actor.affiliations[0]?.organisation_id ?? null, mode: 'in_person', ...more });
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) => (result.ok ? [] : result.problems?.map(({ code }) => code.replace(/^.*\./, '')));
const letters = async (words: string) => (await sql<{ one: number }>`select 1 from outbox_mails where props->>'subject' ~ ${words}`.execute(database())).rows.length;

describe('a meeting of the coalition', () => {
  it('is seen by its group alone until it is announced, and has the sessions of its days', async () => {
    const { ref } = valueOf(await plan());
    expect(await findMeeting(anyone, ref, view())).toBeUndefined();
    expect(await findMeeting(world.stranger, ref, view())).toBeUndefined();
    valueOf(await announceMeeting(permit(meetingPolicy.announce, world.chair, await seen(ref)), { now: world.now }));
    expect(await findMeeting(anyone, ref, view())).toMatchObject({ title: 'Annual meeting 2026', state: 'open', registered: 0, came: null });
    await planned(world, sessionForm({ title: 'Late evening', wall_clock_start: '2026-03-18T00:30' }));
    await planned(world, sessionForm({ title: 'The day after', wall_clock_start: '2026-03-21T00:00' }));
    expect((await sessionsOfMeeting(world.chair, await seen(ref), view())).map(({ title }) => title)).toEqual(['Late evening']);
    valueOf(await cancelMeeting(permit(meetingPolicy.cancel, world.chair, await seen(ref)), { now: world.now }, 'Planned twice.'));
  });

  it('never shares a day with another one of its group, by rule and by the database', async () => {
    const ref = await announced();
    expect(codes(await plan({ starts_on: '2026-03-20', ends_on: '2026-03-22', registration_closes_on: '2026-03-18' }))).toEqual(['overlaps']);
    expect(codes(await plan({ starts_on: '2026-03-22', ends_on: '2026-03-21' }))).toEqual(['ends']);
    valueOf(await cancelMeeting(permit(meetingPolicy.cancel, world.chair, await seen(ref)), { now: world.now }, 'Another day.'));
    expect((await plan({ starts_on: '2026-03-20', ends_on: '2026-03-20', registration_closes_on: '2026-03-18' })).ok).toBe(true);
  });

  it('two who edit at once do not undo each other', async () => {
    const ref = await announced({ starts_on: '2026-06-01', ends_on: '2026-06-02', registration_closes_on: '2026-05-30' });
    const { version } = await seen(ref);
    const edit = async (title: string, language: MeetingForm['language'] = 'en') => editMeeting(permit(meetingPolicy.edit, world.chair, await seen(ref)), { now: world.now }, version, { ...form, starts_on: '2026-06-01', ends_on: '2026-06-02', registration_closes_on: '2026-05-30', title, language });
    const [one, other] = await Promise.all([edit('First words'), edit('Réunion', 'fr')]);
    expect([one, other].filter(({ ok }) => ok)).toHaveLength(1);
    expect([one, other].flatMap(codes)).toEqual(['changed_meanwhile']);
  });
});

describe('registration', () => {
  let ref: string;
  beforeAll(async () => { ref = await announced({ starts_on: '2026-04-14', ends_on: '2026-04-15', registration_closes_on: '2026-04-10' }); });

  it('never gives more places in the room than there are, however many come at once; the others can join remotely', async () => {
    const results = await Promise.all(people.map((one) => register(ref, one)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    expect(results.flatMap(codes)).toEqual(['full', 'full']);
    const left = people.filter((_, at_) => !results[at_]?.ok);
    for (const one of left) valueOf(await register(ref, one, { mode: 'remote' }));
    expect(await seen(ref)).toMatchObject({ registered: 4, taken: 2, state: 'open' });
    expect(await letters('Annual meeting 2026')).toBeGreaterThanOrEqual(4);
  });

  it('is changed by registering again, survives a double submit, and frees the place when it is withdrawn', async () => {
    const own = await Promise.all(people.map(async (one) => ({ one, own: await registrationBy(one, (await seen(ref)).id) })));
    const [first] = own.filter((each) => each.own?.mode === 'in_person');
    const [waiting] = own.filter((each) => each.own?.mode === 'remote');
    if (first === undefined || waiting === undefined) throw new Error('nobody');
    const submission = newId();
    const before = await letters('Annual meeting 2026');
    for (const _ of [1, 2]) valueOf(await register(ref, first.one, { mode: 'remote' }, { now: minutesAfter(world.now, 1), submission }));
    expect(await letters('Annual meeting 2026')).toBe(before + 1);
    expect((await register(ref, waiting.one, {}, { now: minutesAfter(world.now, 2) })).ok).toBe(true);
    valueOf(await withdrawFromMeeting(permit(meetingPolicy.withdraw, first.one, { ...(await seen(ref)), person_id: first.one.id }), { now: minutesAfter(world.now, 3) }));
    expect(await registrationBy(first.one, (await seen(ref)).id)).toBeUndefined();
    expect(await seen(ref)).toMatchObject({ registered: 3 });
    expect((await withdrawFromMeeting(permit(meetingPolicy.withdraw, first.one, { ...(await seen(ref)), person_id: first.one.id }), { now: minutesAfter(world.now, 4) })).ok).toBe(false);
  });

  it('is for oneself alone, for organisations of one’s own, and while it is open', async () => {
    const [one, other] = people;
    if (one === undefined || other === undefined) throw new Error('nobody');
    const subject = await seen(ref);
    expect(() => permit(meetingPolicy.register, one, { ...subject, person_id: other.id })).toThrow();
    expect(() => permit(meetingPolicy.register, anyone, { ...subject, person_id: other.id })).toThrow();
    expect(codes(await register(ref, one, { organisation: world.seats[4]?.organisation ?? null, mode: 'remote' }))).toEqual(['choose']);
    await expect(register(ref, one, {}, { now: at('2026-04-11') })).rejects.toThrow();
    const granted = permit(meetingPolicy.register, one, { ...subject, person_id: one.id });
    await expect(registerForMeeting(granted, { now: at('2026-04-11') }, { organisation: null, mode: 'remote' })).rejects.toThrow();
  });

  it('who came is noted by those who lead, mark by mark; the public reads numbers by organisation and no name', async () => {
    const record = await seen(ref);
    const list = await participantsOf(permit(meetingPolicy.participants, world.chair, record));
    expect(list).toHaveLength(3);
    const note = (marks: readonly (readonly [number, 'in_person' | 'remote' | 'absent' | null, 'in_person' | 'remote' | 'absent' | null])[], now: Date) =>
      noteParticipants(permit(meetingPolicy.checkIn, world.chair, record), { now }, marks.map(([at_, was, mark]) => ({ id: list[at_]?.id ?? '', was, now: mark })));
    expect(codes(await note([[0, null, 'in_person']], at('2026-04-13')))).toEqual(['not_begun']);
    // Two people with the list as it was, each marking another participant.
    await Promise.all([note([[0, null, 'in_person'], [1, null, null]], at('2026-04-14')), note([[1, null, 'remote'], [0, null, null]], at('2026-04-14'))]);
    expect((await participantsOf(permit(meetingPolicy.participants, world.chair, record))).map(({ presence }) => presence)).toEqual(['in_person', 'remote', null]);
    const shown = await attendanceByOrganisation(anyone, record.id);
    expect(shown.reduce((sum, one) => sum + one.in_person + one.remote, 0)).toBe(2);
    expect(JSON.stringify(shown)).not.toMatch(/holder/);
    expect(() => permit(meetingPolicy.participants, world.stranger, record)).toThrow();
    expect(await seen(ref, at('2026-04-14'), anyone)).toMatchObject({ came: 2, registered: 3 });
  });

  it('everybody who registered is told when it is called off, once', async () => {
    const before = await letters('does not take place');
    valueOf(await cancelMeeting(permit(meetingPolicy.cancel, world.chair, await seen(ref)), { now: at('2026-04-12') }, 'The house is closed.'));
    expect(await letters('does not take place')).toBe(before + 3);
    expect(() => permit(meetingPolicy.cancel, world.chair, { id: '', working_group_id: world.group.id, coalition_id: world.group.coalition_id, status: 'cancelled' })).toThrow();
  });
});

describe('takeaways', () => {
  it('are written down from when a session has begun, told once it is told, and rest under a recommendation', async () => {
    const node = await clause();
    const held = await started(world, sessionForm({ title: 'Plenary on data', wall_clock_start: '2026-03-19T16:00' }));
    const record = permit(takeawayPolicy.record, world.chair, await sessionRef(held.id));
    const written = valueOf(await recordTakeaway(record, { now: held.now }, { text: 'Members share their data gaps by June.', language: 'en', nodes: [node] }));
    expect(codes(await recordTakeaway(record, { now: held.now }, { text: 'About a clause that is not there.', language: 'en', nodes: [newId()] }))).toEqual(['choose']);
    expect(await findTakeaway(anyone, written.ref, view())).toBeUndefined();
    const mine = await findTakeaway(world.chair, written.ref, view());
    if (mine === undefined) throw new Error('not found');
    expect(mine).toMatchObject({ clauses: [{ code: 'X.1' }], taken_up: false, recommendations: [] });
    const made = valueOf(await recommendFrom(permit(takeawayPolicy.recommend, world.chair, mine), { now: held.now }, 'Share data gaps'));
    expect(await database().selectFrom('recommendations').select(['status', 'text']).where('ref', '=', made.ref).executeTakeFirst()).toEqual({ status: 'draft', text: mine.text });
    const id = (await database().selectFrom('recommendations').select('id').where('ref', '=', made.ref).executeTakeFirstOrThrow()).id;
    expect((await takeawaysUnder(world.chair, id, view())).map(({ ref }) => ref)).toEqual([written.ref]);
    // What rests on it keeps it, whatever the page said.
    await expect(withdrawTakeaway(permit(takeawayPolicy.withdraw, world.chair, mine), { now: held.now })).rejects.toThrow();
    valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(held.id)), { now: held.now }, null));
    await publish(held.id, held.now);
    const told = (await takeawaysOfMeeting(anyone, { working_group_id: world.group.id, starts_on: '2026-03-19', ends_on: '2026-03-19', time_zone: 'Africa/Nairobi' }, view(held.now)))[0];
    // A draft recommendation is nobody else’s business yet.
    expect(told).toMatchObject({ ref: written.ref, recommendations: [] });
    // Whatever takes its place rests on the same.
    const of = (status: string) => ({ id, working_group_id: world.group.id, coalition_id: world.group.coalition_id, status });
    valueOf(await finaliseRecommendation(permit(recommendationPolicy.finalise, world.chair, of('draft')), { now: held.now }, 1));
    const next = valueOf(await succeedRecommendation(permit(recommendationPolicy.succeed, world.chair, of('final')), { now: held.now }));
    const successor = (await database().selectFrom('recommendations').select('id').where('ref', '=', next.ref).executeTakeFirstOrThrow()).id;
    expect((await takeawaysUnder(world.chair, successor, view())).map(({ ref }) => ref)).toEqual([written.ref]);
  });

  it('are taken back while nothing rests on them, and never before a session has begun', async () => {
    const { id } = await planned(world, sessionForm({ title: 'Ahead', wall_clock_start: '2026-05-19T16:00' }));
    expect(() => permit(takeawayPolicy.record, world.chair, { id, working_group_id: world.group.id, coalition_id: world.group.coalition_id, status: 'draft' })).toThrow();
    const held = await started(world, sessionForm({ title: 'Second', wall_clock_start: '2026-03-20T16:00' }), new Date('2026-03-20T13:00:00Z'));
    const written = valueOf(await recordTakeaway(permit(takeawayPolicy.record, world.chair, await sessionRef(held.id)), { now: held.now }, { text: 'Something that was misheard.', language: 'en', nodes: [] }));
    const mine = await findTakeaway(world.chair, written.ref, view());
    valueOf(await withdrawTakeaway(permit(takeawayPolicy.withdraw, world.chair, mine ?? { id: '', working_group_id: '', coalition_id: '', taken_up: false }), { now: held.now }));
    expect(await findTakeaway(world.chair, written.ref, view())).toBeUndefined();
  });
});

async function publish(id: string, now: Date): Promise<void> {
  const session = await sessionRef(id);
  if (sessionPolicy.publish.decide(world.chair, session).allowed) valueOf(await publishSession(permit(sessionPolicy.publish, world.chair, session), { now }));
}

/** A published text with one clause. */
async function clause(): Promise<string> {
  const [framework, version, node] = [newId(), newId(), newId()];
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await sql`insert into frameworks (id, code) values (${framework}, 'X')`.execute(tx);
    await sql`insert into framework_versions (id, framework_id, number, status, standing, authoritative_language) values (${version}, ${framework}, 1, 'draft', 'working_paraphrase', 'en')`.execute(tx);
    await sql`insert into framework_nodes (id, version_id, code, kind, position) values (${node}, ${version}, 'X.1', 'action_line', 1)`.execute(tx);
    await sql`insert into framework_node_texts (node_id, language, title) values (${node}, 'en', 'Share')`.execute(tx);
    await sql`update framework_versions set status = 'published', published_at = now() where id = ${version}`.execute(tx);
  });
  return node;
}

