import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { updateProfile } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { readState, type ListSpec } from '#app/table/state';
import { findAction, openActionsOf } from '#app/working-groups/actions/queries.server';
import { choicesOfDecisions } from '#app/working-groups/decisions/choices.server';
import { decisionList } from '#app/working-groups/decisions/list';
import { allDecisions, decisionsOfSession, findDecision, listDecisions, votesOf } from '#app/working-groups/decisions/queries.server';
import { addAction, adjournSession, conveneSession, publishSession, recommend, recordDecision } from '#app/working-groups/operations.server';
import { proposalsFor } from '#app/working-groups/planning/queries.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { findGroup, seatsOfGroup } from '#app/working-groups/queries.server';
import { decisionsUnder, findRecommendation, recommendationsOn } from '#app/working-groups/recommendations/queries.server';
import { sessionList } from '#app/working-groups/sessions/list';
import { findSession, listSessions } from '#app/working-groups/sessions/queries.server';
import { actionsOf, agendaOf, roomOf } from '#app/working-groups/sessions/record.server';
import { item, meeting, minutesAfter, openGroup, personActor, planned, present, running, sessionRef, started, valueOf, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
let holder: Actor;
/** One session of each kind: a draft, one that was convened, one that is over, published ones for the public and for members. */
let sessions: Readonly<Record<'draft' | 'convened' | 'closed' | 'open' | 'members', string>>;
let decisions: Readonly<Record<'closed' | 'open' | 'members', string>>;
let action: string;
const view = { language: 'en', now: new Date('2026-05-20T09:00:00Z') } as const;
const stateOf = <Filter extends string, Sort extends string>(spec: ListSpec<Filter, Sort>, query = '') => readState(spec, new URLSearchParams(query));

beforeAll(async () => {
  world = await openGroup();
  const names = world.seats.map((one) => one.holder);
  holder = await personActor(names[0] ?? '', world.now);
  const made: Record<string, string> = {};
  const decided: Record<string, string> = {};
  const kinds = [['open', '2026-03-19', 'public'], ['members', '2026-04-16', 'members'], ['closed', '2026-05-14', 'public']] as const;
  for (const [kind, day, visibility] of kinds) {
    const session = await started(world, meeting({ wall_clock_start: `${day}T16:00`, visibility, title: `Session ${kind}`, agenda: [item('Template'), item('Leftover')] }), new Date(`${day}T13:00:00Z`));
    await present(world, session, world.seats);
    const run = await running(world, session.id);
    const votes = world.seats.map((seat, at) => ({ seat_id: seat.id, vote: at === 4 ? ('abstain' as const) : at === 3 ? ('against' as const) : ('for' as const) }));
    decided[kind] = valueOf(await recordDecision(run, { now: session.now }, { agenda_item_id: null, text: `Adopt the tariff template, ${kind}.`, rule: 'majority', votes, dissent: null })).ref;
    action = valueOf(await addAction(run, { now: session.now }, { agenda_item_id: null, text: `Act on ${kind}`, owner_id: names[0] ?? '', due_on: '2026-06-30' })).ref;
    valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(session.id)), { now: minutesAfter(session.now, 60) }, null));
    if (kind !== 'closed') valueOf(await publishSession(permit(sessionPolicy.publish, world.chair, await sessionRef(session.id)), { now: minutesAfter(session.now, 90) }));
    made[kind] = session.ref;
  }
  const draft = await planned(world, meeting({ wall_clock_start: '2026-06-18T16:00' }));
  const convened = await planned(world, meeting({ wall_clock_start: '2026-07-16T16:00' }));
  valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(convened.id)), { now: view.now }));
  sessions = { ...made, draft: draft.ref, convened: convened.ref } as typeof sessions;
  decisions = decided as typeof decisions;
}, 120_000);
afterAll(() => world.close());

describe('which sessions are seen', () => {
  const seen = async (viewer: Actor) => (await listSessions(viewer, stateOf(sessionList), view)).rows.map((row) => row.ref).sort();
  const named = (...kinds: (keyof typeof sessions)[]) => kinds.map((kind) => sessions[kind]).sort();

  it('drafts inside alone; convened ones as far as their visibility goes', async () => {
    expect(await seen(anyone)).toEqual(named('open', 'closed', 'convened'));
    expect(await seen(world.stranger)).toEqual(named('open', 'closed', 'convened', 'members'));
    for (const viewer of [world.chair, world.officer, holder]) expect(await seen(viewer)).toEqual(named('open', 'closed', 'convened', 'members', 'draft'));
  });
  it('counts what is seen and no more, and finds nothing else by its address', async () => {
    expect((await listSessions(anyone, stateOf(sessionList), view)).total).toEqual({ count: 3, exact: true });
    expect(await findSession(anyone, sessions.draft, view)).toBeUndefined();
    expect(await findSession(anyone, sessions.members, view)).toBeUndefined();
    expect((await findSession(world.chair, sessions.draft, view))?.inside).toBe(true);
  });
  it('by filters, and words of the title', async () => {
    const refs = async (query: string) => (await listSessions(world.officer, stateOf(sessionList, query), view)).rows.map((row) => row.ref);
    expect(await refs('q=closed')).toEqual([sessions.closed]);
    expect(await refs('when=to_come&status=convened')).toEqual([sessions.convened]);
    expect(await refs('year=2025')).toEqual([]);
    expect(await refs('sort=starts')).toEqual([sessions.open, sessions.members, sessions.closed, sessions.draft, sessions.convened]);
    expect(await refs('group=WG-99')).toEqual([]);
    expect(await refs(`after=${encodeURIComponent('not a key')}`)).toHaveLength(5);
  });
});

describe('what is told of a session', () => {
  it('nothing outside before it is published: no attendance, no decision, no action, no join link', async () => {
    const found = await findSession(anyone, sessions.closed, view);
    expect(found).toMatchObject({ told: false, inside: false, join_link: null });
    if (found === undefined) return;
    expect(await roomOf(found, 'consented')).toMatchObject({ seats: [], attendances: [], changes: [] });
    expect(await actionsOf(found)).toEqual([]);
    expect(await decisionsOfSession(anyone, found.id, view)).toEqual([]);
    expect((await agendaOf(anyone, found, view)).map((one) => one.title)).toEqual(['Template', 'Leftover']);
    expect(await findDecision(anyone, decisions.closed, view)).toBeUndefined();
    expect(await votesOf(anyone, decisions.closed, view)).toEqual([]);
    const inside = await findSession(holder, sessions.closed, view);
    expect(inside).toMatchObject({ told: true, inside: true, join_link: 'https://meet.example/room' });
  });
  it('persons only where they agreed, otherwise organisation and seat', async () => {
    const found = await findSession(anyone, sessions.open, view);
    if (found === undefined) throw new Error('it is public');
    const room = await roomOf(found, 'consented');
    expect(room.seats.map((one) => one.organisation)).toEqual(['Acacia', 'Baobab', 'Cedar', 'Dogwood', 'Elm', 'Observatory']);
    expect(JSON.stringify(room)).not.toContain('Acacia holder');
    expect((await actionsOf(found))[0]).toMatchObject({ organisation: 'Acacia', owner: null });
    const person = await database().selectFrom('people').selectAll().where('id', '=', world.seats[0]?.holder ?? '').executeTakeFirstOrThrow();
    valueOf(await updateProfile(permit(peoplePolicy.update, holder, { id: person.id }), { now: view.now }, { name: person.name, language: 'en', spoken_languages: [], time_zone: 'UTC', publish_name: true }));
    expect((await roomOf(found, 'consented')).seats[0]?.holder).toBe('Acacia holder');
    expect((await seatsOfGroup(anyone, world.group.id, view)).map((one) => one.holder)).toEqual(['Acacia holder', null, null, null, null, null]);
  });
});

describe('the register of decisions', () => {
  it('holds what was published to the viewer, with votes counted from the votes', async () => {
    const page = await listDecisions(anyone, stateOf(decisionList), view);
    expect(page.rows.map((row) => row.ref)).toEqual([decisions.open]);
    expect(page.rows[0]).toMatchObject({ votes_for: 3, votes_against: 1, abstentions: 1, objections: 0, adopted_on: '2026-03-19', session_ref: sessions.open });
    expect((await listDecisions(world.stranger, stateOf(decisionList), view)).rows.map((row) => row.ref)).toEqual([decisions.members, decisions.open]);
    expect((await listDecisions(world.officer, stateOf(decisionList), view)).total.count).toBe(3);
  });
  it('is searched, filtered, and the same as its file', async () => {
    const refs = async (query: string) => (await allDecisions(world.officer, stateOf(decisionList, query), view)).map((row) => row.ref);
    expect(await refs('q=tariff')).toEqual([decisions.closed, decisions.members, decisions.open]);
    expect(await refs('q=nothing')).toEqual([]);
    expect(await refs(`q=${decisions.open.toLowerCase()}`)).toEqual([decisions.open]);
    expect(await refs('status=rejected')).toEqual([]);
    expect(await refs('year=2026&sort=adopted')).toEqual([decisions.open, decisions.members, decisions.closed]);
    expect(await refs('rule=majority&taken=session')).toHaveLength(3);
    for (const query of ['rule=consent', 'taken=written', 'clause=P9.9']) expect(await refs(query), query).toEqual([]);
    expect(await choicesOfDecisions(anyone, view)).toMatchObject({ years: ['2026'], groups: [{ value: world.group.ref }], clauses: [] });
  });
});

describe('the chain', () => {
  it('leads from decision to recommendation and back, as far as each may be seen', async () => {
    const ids = await database().selectFrom('decisions').select(['id', 'ref']).where('ref', 'in', [decisions.open, decisions.closed]).execute();
    const { ref } = valueOf(await recommend(permit(groupPolicy.recommend, world.chair, world.group), { now: view.now }, { title: 'Use it', text: 'Ministries use it.', status: 'final', decisions: ids.map((one) => one.id), nodes: [] }));
    const recommendation = await findRecommendation(anyone, ref, view);
    expect((await decisionsUnder(anyone, recommendation?.id ?? '', view)).map((one) => one.ref)).toEqual([decisions.open]);
    expect((await decisionsUnder(world.chair, recommendation?.id ?? '', view)).map((one) => one.ref)).toEqual([decisions.open, decisions.closed].sort());
    const open = ids.find((one) => one.ref === decisions.open);
    expect((await recommendationsOn(anyone, open?.id ?? '', view)).map((one) => one.ref)).toEqual([ref]);
  });
});

describe('for the group’s own room', () => {
  it('open actions and what is left over stay inside', async () => {
    expect(await openActionsOf(anyone, world.group.id, view)).toEqual([]);
    expect(await openActionsOf(world.chair, world.group.id, view)).toHaveLength(3);
    expect(await proposalsFor(world.stranger, world.group, view)).toEqual([]);
    expect((await proposalsFor(world.chair, world.group, view)).map((one) => one.item.title)).toEqual(['Open actions', 'Template', 'Leftover', 'REC-2026-001: Use it']);
  });
  it('an action is found by its owner and the group alone', async () => {
    expect(await findAction(anyone, action, view)).toBeUndefined();
    expect(await findAction(world.stranger, action, view)).toBeUndefined();
    expect(await findAction(holder, 'no id at all', view)).toBeUndefined();
    expect(await findAction(holder, action, view)).toMatchObject({ text: 'Act on closed', session_seen: true });
  });
  it('counts of a group are counts of what the viewer may see', async () => {
    expect(await findGroup(anyone, world.group.ref, view)).toMatchObject({ name: 'Data for learning', seats: 6, held: 2, decisions: 1, next_ref: sessions.convened });
    expect(await findGroup(world.officer, world.group.ref, view)).toMatchObject({ held: 3, decisions: 3 });
  });
});
