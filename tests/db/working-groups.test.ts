import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import {
  addAction, addAgendaItem, addNote, addSeat, adjournSession, cancelSession, confirmDecision, conveneSession, editAgendaItem, moveAgendaItem, planSession, publishSession, recommend, recordAttendance, recordDecision,
  removeAgendaItem, startSession, treatAgendaItem,
} from '#app/working-groups/operations.server';
import { notesOfSession } from '#app/working-groups/agenda/notes.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { quorumOf } from '#app/working-groups/sessions/model';
import { desk, endSeat, give, item, itemsOf, meeting, minutesAfter, openGroup, personActor, planned, present, running, seat, sessionRef, started, valueOf, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
beforeEach(async () => {
  await world?.close();
  world = await openGroup();
});
afterAll(() => world.close());

const decided = (more = {}) => ({ agenda_item_id: null, text: 'The group adopts the template.', rule: null, votes: [], dissent: null, ...more });
const votesOf = (count: number, vote: 'for' | 'against' | 'objection') => world.seats.slice(0, count).map((one) => ({ seat_id: one.id, vote }));
const mails = () => database().selectFrom('outbox_mails').select(['recipient', 'idempotency_key']).where('idempotency_key', 'like', 'session-%').orderBy('recipient').execute();
const codes = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) => result.problems?.map((one) => one.code.split('.')[1]);

describe('planning', () => {
  it('numbers the sessions of a group, keeps wall clock and zone beside the instant', async () => {
    const first = await planned(world);
    const second = await planned(world, meeting({ wall_clock_start: '2026-10-25T02:30', time_zone: 'Europe/Paris' }));
    expect([first.ref, second.ref]).toEqual([`${world.group.ref}-S01`, `${world.group.ref}-S02`]);
    const rows = await database().selectFrom('sessions').select(['starts_at', 'ends_at', 'wall_clock_start', 'time_zone']).orderBy('number').execute();
    expect(rows[0]).toEqual({ starts_at: new Date('2026-03-19T13:00:00Z'), ends_at: new Date('2026-03-19T14:30:00Z'), wall_clock_start: '2026-03-19T16:00', time_zone: 'Africa/Nairobi' });
    expect(rows[1]?.starts_at).toEqual(new Date('2026-10-25T00:30:00Z'));
  });
  it('gives two who plan at once two numbers', async () => {
    const plan = async () => planSession(permit(groupPolicy.plan, world.chair, world.group), { now: world.now }, meeting());
    const both = await Promise.all([plan(), plan(), plan()]);
    expect(new Set(both.map((one) => valueOf(one).ref)).size).toBe(3);
  });
  it('moves and takes off items, without a gap, until they are treated', async () => {
    const { id } = await planned(world, meeting({ agenda: ['one', 'two', 'three'].map((title) => item(title)) }));
    const edit = permit(sessionPolicy.edit, world.chair, await sessionRef(id));
    const [one, two] = await itemsOf(id);
    valueOf(await moveAgendaItem(edit, { now: world.now }, two?.id ?? '', -1));
    expect((await itemsOf(id)).map((row) => row.title)).toEqual(['two', 'one', 'three']);
    expect(codes(await moveAgendaItem(edit, { now: world.now }, two?.id ?? '', -1))).toEqual(['at_the_end']);
    valueOf(await removeAgendaItem(permit(sessionPolicy.prepare, world.chair, await sessionRef(id)), { now: world.now }, one?.id ?? ''));
    valueOf(await addAgendaItem(edit, { now: world.now }, item('four')));
    expect((await itemsOf(id)).map((row) => [row.position, row.title])).toEqual([[1, 'two'], [2, 'three'], [3, 'four']]);
  });
});

describe('WG-1 convening', () => {
  it('needs an agenda', async () => {
    const { id } = await planned(world, meeting({ agenda: [] }));
    expect(codes(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), { now: world.now }))).toEqual(['agenda_needed']);
    expect(await mails()).toEqual([]);
  });
  it('in time is no short notice, and writes to everybody on a seat on that day, once', async () => {
    await seat(world.group, 'Fir', world.now, { from_on: '2026-04-01' });
    const { id } = await planned(world);
    valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), { now: world.now }));
    const row = await database().selectFrom('sessions').select(['status', 'short_notice', 'convened_at']).where('id', '=', id).executeTakeFirstOrThrow();
    expect(row).toEqual({ status: 'convened', short_notice: false, convened_at: world.now });
    const sent = await mails();
    expect(sent).toHaveLength(12);
    expect(sent.some((one) => one.recipient.endsWith('@fir.example'))).toBe(false);
  });
  it('later than the terms of reference ask for is marked, by the days of the meeting’s own zone', async () => {
    const { id } = await planned(world, meeting({ wall_clock_start: '2026-03-16T01:00', time_zone: 'Pacific/Auckland' }));
    const late = new Date('2026-03-02T12:00:00Z'); // 3 March in Auckland, 2 March in UTC
    valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), { now: late }));
    expect((await database().selectFrom('sessions').select('short_notice').where('id', '=', id).executeTakeFirstOrThrow()).short_notice).toBe(true);
  });
  it('is not for a start that has passed', async () => {
    const { id } = await planned(world);
    expect(codes(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), { now: new Date('2026-03-20T09:00:00Z') }))).toEqual(['start_is_past']);
  });
  it('twice with one form writes once; calling it off says why to the same people', async () => {
    const { id } = await planned(world);
    const granted = permit(sessionPolicy.convene, world.chair, await sessionRef(id));
    const submission = newId();
    const [first, second] = await Promise.all([conveneSession(granted, { now: world.now, submission }), conveneSession(granted, { now: world.now, submission })]);
    expect(valueOf(first)).toEqual(valueOf(second));
    expect(await mails()).toHaveLength(12);
    valueOf(await cancelSession(permit(sessionPolicy.cancel, world.chair, await sessionRef(id)), { now: world.now }, 'The hall is flooded.'));
    expect(await mails()).toHaveLength(24);
  });
  it('is for those who lead the group', async () => {
    const { id } = await planned(world);
    const session = await sessionRef(id);
    for (const actor of [world.stranger, await personActor(world.seats[0]?.holder ?? '', world.now)]) expect(() => permit(sessionPolicy.convene, actor, session)).toThrow(Forbidden);
    expect(permit(sessionPolicy.convene, world.officer, session).rule).toBe('session:convene');
  });
});

describe('WG-2 the snapshot of seats', () => {
  it('holds the seats that count on the day of the meeting, and later changes leave it alone', async () => {
    const ending = await seat(world.group, 'Ginkgo', world.now);
    await endSeat(ending.id, '2026-03-18');
    const session = await started(world);
    valueOf(await addSeat(permit(groupPolicy.seat, await desk(), world.group), { now: session.now }, { organisation_id: null, constituency: 'youth', role: 'member', voting: true, holder_id: null, alternate_id: null, from_on: '2026-03-19' }));
    const seats = await database().selectFrom('session_seats').select(['seat_id', 'voting']).where('session_id', '=', session.id).execute();
    expect(seats.map((one) => one.seat_id).sort()).toEqual([...world.seats, world.observer].map((one) => one.id).sort());
    expect(seats.filter((one) => one.voting)).toHaveLength(5);
  });
  it('counts a seat by the calendar of the meeting, where its last day may be over', async () => {
    const ending = await seat(world.group, 'Hazel', world.now);
    await endSeat(ending.id, '2026-03-19');
    // 20 March in Auckland, still the 19th in UTC: the seat has ended there.
    const { id } = await started(world, meeting({ wall_clock_start: '2026-03-20T09:00', time_zone: 'Pacific/Auckland' }), new Date('2026-03-19T20:00:00Z'));
    const seats = await database().selectFrom('session_seats').select('seat_id').where('session_id', '=', id).execute();
    expect(seats.map((one) => one.seat_id)).not.toContain(ending.id);
  });
  it('is taken once: a session cannot be started twice', async () => {
    const { id } = await planned(world);
    valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), { now: world.now }));
    const granted = permit(sessionPolicy.start, world.chair, await sessionRef(id));
    const begun = new Date('2026-03-19T13:00:00Z');
    const tries = await Promise.allSettled([startSession(granted, { now: begun }), startSession(granted, { now: begun })]);
    expect(tries.map((one) => (one.status === 'fulfilled' ? 'started' : one.reason instanceof Forbidden ? 'refused' : 'broken')).sort()).toEqual(['refused', 'started']);
    expect(await database().selectFrom('session_seats').select('seat_id').where('session_id', '=', id).execute()).toHaveLength(6);
  });
});

describe('WG-3 quorum from the stored inputs', () => {
  const quorumIn = async (id: string) => {
    const seats = await database().selectFrom('session_seats').selectAll().where('session_id', '=', id).execute();
    return quorumOf({ seats, attendances: await database().selectFrom('attendances').selectAll().where('session_id', '=', id).execute(), terms: { share: 50, minimums: [] } });
  };
  it('is lost and regained as people leave and come, an alternate counting where the holder is absent', async () => {
    const session = await started(world);
    await present(world, session, world.seats.slice(0, 3));
    expect(await quorumIn(session.id)).toMatchObject({ present: 3, base: 5, met: true });
    const [first] = world.seats;
    await present(world, session, world.seats.slice(0, 1), 'absent');
    expect(await quorumIn(session.id)).toMatchObject({ present: 2, met: false });
    valueOf(await recordAttendance(await running(world, session.id), { now: session.now }, [{ seat_id: first?.id ?? '', person_id: first?.alternate ?? '', presence: 'in_person' }]));
    expect(await quorumIn(session.id)).toMatchObject({ present: 3, met: true });
  });
  it('two secretaries who mark at once lose nothing of each other', async () => {
    const session = await started(world);
    const secretaries = [await running(world, session.id), await running(world, session.id, world.secondSecretary)];
    const both = await Promise.all(secretaries.map((granted, at) => recordAttendance(granted, { now: session.now },
      world.seats.slice(at * 2, at * 2 + 3).map((one) => ({ seat_id: one.id, person_id: one.holder, presence: 'remote' as const })))));
    expect(both.every((one) => one.ok)).toBe(true);
    expect(await quorumIn(session.id)).toMatchObject({ present: 5, base: 5 });
  });
  it('takes nobody who is not on the seat', async () => {
    const session = await started(world);
    const [first, second] = world.seats;
    expect(codes(await recordAttendance(await running(world, session.id), { now: session.now }, [{ seat_id: first?.id ?? '', person_id: second?.holder ?? '', presence: 'remote' }]))).toEqual(['not_on_this_seat']);
  });
});

describe('WG-4 without quorum', () => {
  it('a decision is provisional, its inputs are kept, and a later session with quorum confirms it', async () => {
    const session = await started(world);
    await present(world, session, world.seats.slice(0, 2));
    const decision = valueOf(await recordDecision(await running(world, session.id), { now: session.now }, decided()));
    expect(decision.status).toBe('provisional');
    await present(world, session, world.seats); // who comes later changes nothing about it
    const kept = await database().selectFrom('decisions').select(['status', 'quorum_present', 'quorum_base', 'adopted_on']).where('id', '=', decision.id).executeTakeFirstOrThrow();
    expect(kept).toEqual({ status: 'provisional', quorum_present: 2, quorum_base: 5, adopted_on: null });
    valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(session.id)), { now: session.now }, null));
    const next = await started(world, meeting({ wall_clock_start: '2026-04-16T16:00' }), new Date('2026-04-16T13:00:00Z'));
    expect(codes(await confirmDecision(await running(world, next.id), { now: next.now }, decision.id))).toEqual(['no_quorum']);
    await present(world, next, world.seats.slice(0, 3));
    valueOf(await confirmDecision(await running(world, next.id), { now: next.now }, decision.id));
    expect(await database().selectFrom('decisions').select(['status', 'confirmed_in', 'adopted_on']).where('id', '=', decision.id).executeTakeFirstOrThrow()).toEqual({ status: 'adopted', confirmed_in: next.id, adopted_on: '2026-04-16' });
    expect(codes(await confirmDecision(await running(world, next.id), { now: next.now }, decision.id))).toEqual(['not_provisional']);
  });
});

describe('WG-5 votes', () => {
  it('one a seat, by who speaks for it', async () => {
    const session = await started(world);
    await present(world, session, world.seats.slice(1));
    const [first] = world.seats;
    valueOf(await recordAttendance(await running(world, session.id), { now: session.now }, [{ seat_id: first?.id ?? '', person_id: first?.alternate ?? '', presence: 'remote' }]));
    const decision = valueOf(await recordDecision(await running(world, session.id), { now: session.now }, decided({ rule: 'majority', votes: votesOf(3, 'for') })));
    expect(decision.status).toBe('adopted');
    const votes = await database().selectFrom('votes').select(['seat_id', 'person_id']).where('decision_id', '=', decision.id).execute();
    expect(votes.find((one) => one.seat_id === first?.id)?.person_id).toBe(first?.alternate);
    const [vote] = votesOf(1, 'for');
    expect(codes(await recordDecision(await running(world, session.id), { now: session.now }, decided({ rule: 'majority', votes: [vote, vote] })))).toEqual(['one_vote']);
  });
  it('none for a seat that is absent, on leave or an observer’s, and none where no seat is', async () => {
    const session = await started(world);
    await present(world, session, [...world.seats.slice(0, 3), world.observer]);
    for (const seat_id of [world.seats[4]?.id ?? '', world.observer.id, newId()]) {
      expect(codes(await recordDecision(await running(world, session.id), { now: session.now }, decided({ votes: [{ seat_id, vote: 'for' }] })))).toEqual(['cannot_vote']);
    }
    expect(await database().selectFrom('decisions').select('id').execute()).toEqual([]);
  });
  it('a standing objection and consensus exclude each other; a majority needs votes', async () => {
    const session = await started(world);
    await present(world, session, world.seats);
    const run = await running(world, session.id);
    expect(valueOf(await recordDecision(run, { now: session.now }, decided({ votes: votesOf(1, 'objection') }))).status).toBe('rejected');
    expect(codes(await recordDecision(run, { now: session.now }, decided({ rule: 'two_thirds' })))).toEqual(['votes_needed']);
  });
  it('never for observers, experts and secretaries', async () => {
    expect(codes(await addSeat(permit(groupPolicy.seat, await desk(), world.group), { now: world.now }, { organisation_id: null, constituency: 'media', role: 'observer', voting: true, holder_id: null, alternate_id: null, from_on: '2026-01-01' }))).toEqual(['never_votes']);
  });
  it('two secretaries who decide at once get two numbers; one form sent twice decides once', async () => {
    const session = await started(world);
    await present(world, session, world.seats);
    const occasion = { now: session.now, submission: newId() };
    const [one, two] = [await running(world, session.id), await running(world, session.id, world.secondSecretary)];
    const [a, b, again] = await Promise.all([
      recordDecision(one, occasion, decided()), recordDecision(two, { now: session.now, submission: newId() }, decided()), recordDecision(one, occasion, decided()),
    ]);
    expect(valueOf(again)).toEqual(valueOf(a));
    expect(await database().selectFrom('decisions').select('id').execute()).toHaveLength(2);
    expect([valueOf(a).ref, valueOf(b).ref].sort()).toEqual(['D-2026-001', 'D-2026-002']);
  });
  it('belongs to an item of its own session', async () => {
    const session = await started(world);
    const other = await planned(world);
    const [foreign] = await itemsOf(other.id);
    expect(codes(await recordDecision(await running(world, session.id), { now: session.now }, decided({ agenda_item_id: foreign?.id ?? null })))).toEqual(['no_such_item']);
  });
});

describe('notes, actions and the end', () => {
  it('two who note at once are both in the minutes, and treating an item keeps them', async () => {
    const session = await started(world);
    const [first] = await itemsOf(session.id);
    const secretaries = [await running(world, session.id), await running(world, session.id, world.secondSecretary)];
    await Promise.all(secretaries.map((granted, at) => addNote(granted, { now: session.now }, first?.id ?? '', ['One.', 'Two.'][at] ?? '')));
    valueOf(await treatAgendaItem(await running(world, session.id), { now: minutesAfter(session.now, 1) }, first?.id ?? '', 'treated', 'Three.'));
    const noted = await notesOfSession({ id: session.id, inside: true });
    expect(noted.map(({ text }) => text).toSorted()).toEqual(['One.', 'Three.', 'Two.']);
    expect(noted[2]).toMatchObject({ text: 'Three.', agenda_item_id: first?.id, author: expect.any(String), written_at: minutesAfter(session.now, 1) });
    expect((await notesOfSession({ id: session.id })).map(({ author }) => author)).toEqual([null, null, null]);
  });
  it('a note is never changed, and an item that another edits meanwhile is still the same', async () => {
    const session = await started(world);
    const [first] = await itemsOf(session.id);
    const edit = permit(sessionPolicy.edit, world.chair, await sessionRef(session.id));
    valueOf(await addNote(await running(world, session.id), { now: session.now }, first?.id ?? '', 'Said.'));
    expect((await editAgendaItem(edit, { now: session.now }, first?.id ?? '', { title: 'Another title', kind: 'discussion', minutes: null, presenter: null, section: null, presenter_id: null, version: first?.version })).ok).toBe(true);
    for (const change of [sql`update agenda_notes set text = 'Never said.'`, sql`delete from agenda_notes`]) await expect(change.execute(database())).rejects.toThrow(/append/);
  });
  it('an action has a number, an owner in the room and a day to come', async () => {
    const session = await started(world);
    const run = await running(world, session.id);
    const form = { agenda_item_id: null, text: 'Publish the template', owner_id: world.seats[0]?.holder ?? '', due_on: '2026-04-15' };
    expect(codes(await addAction(run, { now: session.now }, { ...form, due_on: '2026-03-18' }))).toEqual(['due_in_past']);
    expect(codes(await addAction(run, { now: session.now }, { ...form, owner_id: world.stranger.id }))).toEqual(['owner_without_seat']);
    const { id, ref } = valueOf(await addAction(run, { now: session.now }, form));
    expect(ref).toBe('A-2026-001');
    expect(valueOf(await addAction(run, { now: session.now }, form)).ref).toBe('A-2026-002');
    expect(await database().selectFrom('action_items').select(['status', 'owner_id', 'due_on', 'first_due_on']).where('id', '=', id).executeTakeFirstOrThrow()).toEqual({ status: 'open', owner_id: form.owner_id, due_on: '2026-04-15', first_due_on: '2026-04-15' });
  });
  it('what was not treated is deferred, and nothing is written into a session that is over', async () => {
    const session = await started(world);
    const [first] = await itemsOf(session.id);
    valueOf(await treatAgendaItem(await running(world, session.id), { now: session.now }, first?.id ?? '', 'treated', null));
    const run = await running(world, session.id);
    valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(session.id)), { now: session.now }, 'The template is nearly ready.'));
    expect((await itemsOf(session.id)).map((row) => row.outcome)).toEqual(['treated', 'deferred']);
    await expect(addNote(run, { now: session.now }, first?.id ?? '', 'Too late.')).rejects.toThrow(Forbidden);
    valueOf(await publishSession(permit(sessionPolicy.publish, world.chair, await sessionRef(session.id)), { now: session.now }));
    expect((await sessionRef(session.id)).status).toBe('published');
  });
  it('a recommendation rests on adopted decisions of its own group', async () => {
    const session = await started(world);
    await present(world, session, world.seats.slice(0, 2));
    const run = await running(world, session.id);
    const provisional = valueOf(await recordDecision(run, { now: session.now }, decided()));
    await present(world, session, world.seats);
    const adopted = valueOf(await recordDecision(run, { now: session.now }, decided()));
    const granted = permit(groupPolicy.recommend, world.chair, world.group);
    const form = { title: 'Use the template', text: 'Ministries use it.', status: 'final' as const, nodes: [] };
    for (const decisions of [[], [provisional.id], [adopted.id, provisional.id]]) expect(codes(await recommend(granted, { now: session.now }, { ...form, decisions }))).toEqual(['decision_needed']);
    expect(valueOf(await recommend(granted, { now: session.now }, { ...form, decisions: [adopted.id] })).ref).toBe('REC-2026-001');
    const lateRole = await give(world.stranger.id, 'wg_chair', minutesAfter(session.now, 60), { working_group_id: world.group.id });
    expect(lateRole).not.toBe('');
    expect(() => permit(groupPolicy.recommend, world.stranger, world.group)).toThrow(Forbidden);
  });
});
