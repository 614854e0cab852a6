import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone, type Actor, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { openFiles } from '#app/platform/files.server';
import { newId } from '#app/platform/identity';
import { readState } from '#app/table/state';
import { allActions, countActions, listActions } from '#app/working-groups/actions/board.server';
import { dueActions } from '#app/working-groups/actions/due.server';
import { actionList } from '#app/working-groups/actions/list';
import { actionPolicy } from '#app/working-groups/actions/policy';
import { evidenceOfAction, findAction, findActionFile } from '#app/working-groups/actions/queries.server';
import { remindOfActions } from '#app/working-groups/actions/reminders.server';
import { ownersToChoose } from '#app/working-groups/actions/owners.server';
import { addAction, adjournSession, blockAction, cancelAction, completeAction, publishSession, reassignAction, reopenAction, rescheduleAction, startAction } from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { give, minutesAfter, openGroup, person, personActor, running, sessionRef, started, valueOf, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
let owner: PersonActor;
let session: { id: string; ref: string; now: Date };
let ref: string;
const morning = (day: string) => new Date(`${day}T06:00:00Z`);
const view = { language: 'en', now: morning('2026-04-01') } as const;
const codes = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) => result.problems?.map((one) => one.code.split('.')[1]);
const found = async (viewer: Actor = world.chair) => (await findAction(viewer, ref, view))!;
const mails = (like: string) => database().selectFrom('outbox_mails').select(['recipient', 'idempotency_key']).where('idempotency_key', 'like', like).orderBy('idempotency_key').execute();
const readers = async (like: string) => (await mails(like)).map(({ recipient }) => recipient).sort();
const reason = 'The register has not arrived.';

beforeAll(async () => openFiles(await mkdtemp(join(tmpdir(), 'concord-files-'))));
beforeEach(async () => {
  await world?.close();
  world = await openGroup();
  await give(await person('Second chair', world.now, { mail: 'cochair@group.example' }), 'wg_cochair', world.now, { working_group_id: world.group.id });
  owner = await personActor(world.seats[0]?.holder ?? '', world.now);
  session = await started(world);
  ref = valueOf(await addAction(await running(world, session.id), { now: session.now }, { agenda_item_id: null, text: 'Publish the tariff template', owner_id: owner.id, due_on: '2026-04-15' })).ref;
});
afterAll(() => world.close());

async function published(): Promise<void> {
  valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(session.id)), { now: session.now }, null));
  valueOf(await publishSession(permit(sessionPolicy.publish, world.chair, await sessionRef(session.id)), { now: minutesAfter(session.now, 90) }));
}

describe('AB-1 done', () => {
  it('with words and evidence, once, whoever of two presses first; its file is as open as the action', async () => {
    const evidence = { title: 'The template', url: null, file: { name: 'template.txt', bytes: new TextEncoder().encode('Tariffs, by month') }, language: null };
    const done = async () => completeAction(permit(actionPolicy.complete, owner, await found()), { now: view.now }, 1, { outcome: 'It is on the site.', evidence });
    const both = await Promise.allSettled([done(), done()]);
    expect(both.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1);
    const now = await found();
    expect(now).toMatchObject({ status: 'done', done_on: '2026-04-01', outcome: 'It is on the site.', version: 2 });
    const [kept, ...more] = await evidenceOfAction(now.id);
    expect([kept?.title, more]).toEqual(['The template', []]);
    expect(await findActionFile(anyone, kept?.id ?? '', view)).toBeUndefined();
    await published();
    expect(await findActionFile(anyone, kept?.id ?? '', view)).toBeDefined();
  });
  it('posted twice acts once; filled in from an older state it is refused', async () => {
    const submission = newId();
    const granted = permit(actionPolicy.start, owner, await found());
    const [first, second] = [await startAction(granted, { now: view.now, submission }, 1), await startAction(granted, { now: view.now, submission }, 1)];
    expect(valueOf(first)).toEqual(valueOf(second));
    expect(codes(await blockAction(permit(actionPolicy.block, owner, await found()), { now: view.now }, 1, reason))).toEqual(['changed_meanwhile']);
    expect((await found()).version).toBe(2);
  });
});

describe('AB-2 whose it is', () => {
  it('passes to somebody on a seat, and both are told', async () => {
    const other = world.seats[1]!;
    const granted = async () => permit(actionPolicy.reassign, world.chair, await found());
    expect((await ownersToChoose(world.chair, await found(), view)).map(({ person_id }) => person_id)).toContain(other.alternate);
    for (const id of [owner.id, world.stranger.id, newId()]) expect(codes(await reassignAction(await granted(), { now: view.now }, 1, { owner_id: id, reason }))).toEqual(['no_such_owner']);
    valueOf(await reassignAction(await granted(), { now: view.now }, 1, { owner_id: other.holder, reason }));
    expect(await readers('action:%')).toEqual(['holder@acacia.example', 'holder@baobab.example']);
    expect((await found()).organisation).toBe('Baobab');
    expect((await found()).owner_id).toBe(other.holder);
    expect(await findAction(owner, ref, view)).toMatchObject({ reason });
  });
  it('is taken back by those who lead the group, not by who has it; who is told is not who did it', async () => {
    const action = await found();
    expect(() => permit(actionPolicy.cancel, owner, action)).toThrow(Forbidden);
    for (const act of Object.values(actionPolicy)) expect(() => permit(act, world.stranger, action)).toThrow(Forbidden);
    valueOf(await cancelAction(permit(actionPolicy.cancel, world.chair, action), { now: view.now }, 1, reason));
    expect(await readers('action:%')).toEqual(['cochair@group.example', 'holder@acacia.example']);
    valueOf(await reopenAction(permit(actionPolicy.reopen, owner, await found()), { now: view.now }, 2, reason));
    expect(await found()).toMatchObject({ status: 'open', done_on: null });
    expect(await readers('action:%:reopened:%')).toEqual(['cochair@group.example']);
  });
});

describe('AB-3 another due date', () => {
  it('keeps the first one, asks for a day to come, and tells the chair', async () => {
    const move = async (due_on: string, version: number) => rescheduleAction(permit(actionPolicy.reschedule, owner, await found()), { now: view.now }, version, { due_on, reason });
    expect(codes(await move('2026-03-31', 1))).toEqual(['due_in_past']);
    expect(codes(await move('2026-04-15', 1))).toEqual(['same_day']);
    valueOf(await move('2026-05-01', 1));
    valueOf(await move('2026-05-20', 2));
    expect(await found()).toMatchObject({ first_due_on: '2026-04-15', due_on: '2026-05-20', reason });
    expect(await mails('action:%:moved:%')).toHaveLength(2);
  });
});

describe('AB-4 reminders', () => {
  const digests = () => mails('actions:%');
  const told = () => database().selectFrom('action_reminders').select(['stage', 'person_id']).orderBy('told_at').execute();

  it('come a week before, on the day and a week after, then to the chair as well, each once', async () => {
    for (let day = '2026-04-01'; day <= '2026-05-05'; day = addDays(day, 1)) {
      await remindOfActions(morning(day));
      await remindOfActions(morning(day));
    }
    expect((await digests()).map((one) => `${one.idempotency_key.split(':')[1]} ${one.recipient}`)).toEqual([
      '2026-04-08 holder@acacia.example', '2026-04-15 holder@acacia.example', '2026-04-22 holder@acacia.example', '2026-04-29 cochair@group.example',
    ]);
    expect((await told()).map(({ stage, person_id }) => [stage, person_id === owner.id])).toEqual([['ahead', true], ['today', true], ['late', true], ['chair', false], ['chair', false]]);
  });
  it('are one letter a day for all that is due, and none for what is settled', async () => {
    const more = valueOf(await addAction(await running(world, session.id), { now: session.now }, { agenda_item_id: null, text: 'Ask the ministries', owner_id: owner.id, due_on: '2026-04-14' }));
    await remindOfActions(morning('2026-04-14'));
    expect(await digests()).toHaveLength(1);
    valueOf(await completeAction(permit(actionPolicy.complete, owner, await found()), { now: view.now }, 1, { outcome: 'Done.', evidence: null }));
    const other = (await findAction(owner, more.ref, view))!;
    valueOf(await cancelAction(permit(actionPolicy.cancel, world.chair, other), { now: view.now }, 1, reason));
    for (const day of ['2026-04-15', '2026-04-22', '2026-04-30']) await remindOfActions(morning(day));
    expect(await digests()).toHaveLength(1);
  });
  it('are made good by the next day that runs, at the stage it has come to, and begin anew with another date', async () => {
    await remindOfActions(morning('2026-04-24'));
    expect((await told()).map(({ stage }) => stage)).toEqual(['late']);
    valueOf(await rescheduleAction(permit(actionPolicy.reschedule, owner, await found()), { now: morning('2026-04-24') }, 1, { due_on: '2026-04-28', reason }));
    await remindOfActions(morning('2026-04-24'));
    expect((await told()).map(({ stage }) => stage)).toEqual(['late']);
    await Promise.all([remindOfActions(morning('2026-04-25')), remindOfActions(morning('2026-04-25'))]);
    expect((await told()).map(({ stage }) => stage)).toEqual(['late', 'ahead']);
    expect(await digests()).toHaveLength(2);
  });
});

describe('AB-5 the board', () => {
  const rows = async (viewer: Actor, query = '', at: { language: 'en'; now: Date } = view) => (await listActions(viewer, readState(actionList, new URLSearchParams(query)), at)).rows.map((row) => row.ref);
  const late = { language: 'en', now: morning('2026-05-01') } as const;

  it('shows what may be told: nothing outside before the session is published, to its owner always', async () => {
    expect(await rows(anyone)).toEqual([]);
    expect(await findAction(anyone, ref, view)).toBeUndefined();
    for (const viewer of [owner, world.chair, world.officer]) expect(await rows(viewer)).toEqual([ref]);
    await published();
    expect(await rows(anyone)).toEqual([ref]);
    expect(await findAction(anyone, ref, view)).toMatchObject({ owner: null, organisation: 'Acacia', reason: null });
  });
  it('filters by state, group, owner, year and words, and counts every state', async () => {
    await published();
    valueOf(await addSecond());
    expect(await rows(world.chair, 'status=overdue', late)).toEqual([ref]);
    expect(await rows(world.chair, 'status=overdue', view)).toEqual([]);
    expect(await rows(owner, 'whose=mine&status=todo')).toEqual([ref]);
    expect(await rows(world.chair, 'whose=mine')).toEqual([]);
    expect(await rows(world.chair, 'whose=groups&sort=due')).toEqual([ref, 'A-2026-002']);
    expect(await rows(anyone, 'q=TARIFF')).toEqual([ref]);
    expect(await rows(anyone, `q=${ref.toLowerCase()}`)).toEqual([ref]);
    expect(await rows(anyone, 'group=WG-99&year=2026')).toEqual([]);
    expect(await countActions(world.chair, readState(actionList, new URLSearchParams('status=done')), late)).toEqual({ todo: 2, overdue: 1, open: 1, in_progress: 1, done: 0, blocked: 0, cancelled: 0 });
    expect((await allActions(anyone, readState(actionList, new URLSearchParams()), late)).map((row) => [row.ref, row.overdue])).toEqual([['A-2026-002', false], [ref, true]]);
    expect((await dueActions(owner, view)).map((one) => [one.ref, one.due_on])).toEqual([[ref, '2026-04-15']]);
  });

  /** Another action of another person, begun. */
  async function addSecond() {
    const next = await started(world, undefined, new Date('2026-03-19T13:10:00Z'));
    const second = valueOf(await addAction(await running(world, next.id), { now: next.now }, { agenda_item_id: null, text: 'Ask the ministries', owner_id: world.seats[1]?.holder ?? '', due_on: '2026-06-01' }));
    valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(next.id)), { now: next.now }, null));
    valueOf(await publishSession(permit(sessionPolicy.publish, world.chair, await sessionRef(next.id)), { now: minutesAfter(next.now, 90) }));
    return startAction(permit(actionPolicy.start, world.chair, (await findAction(world.chair, second.ref, view))!), { now: view.now }, 1);
  }
});
