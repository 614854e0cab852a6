import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { groupPolicy } from '#app/working-groups/policy';
import { changeSeat, endSeat, leaveSeat, openSeat, type NewSeatForm } from '#app/working-groups/seats/operations.server';
import { keptSeats } from '#app/working-groups/seats/queries.server';
import { meeting, openGroup, seat, started, type GroupWorld, type Seat } from './working-groups-world';

let world: GroupWorld;
beforeAll(async () => { world = await openGroup(); });
afterAll(() => world.close());

const granted = () => permit(groupPolicy.seat, world.chair, world.group);
const at = () => ({ now: world.now });
const rowsOf = async (organisation: string) => (await database().selectFrom('seats').select(['role', 'voting', 'holder_id', 'on_leave', 'from_on', 'until_on']).where('organisation_id', '=', organisation).orderBy('from_on').execute());
const codes = (result: { ok: boolean; problems?: readonly { code: string; field?: string }[] }) => (result.ok ? [] : result.problems?.map(({ code, field }) => `${code.replace(/^.*\./, '')} ${field ?? ''}`));
const letters = async () => (await sql<{ person_id: string; subject: string }>`select person_id, props->>'subject' as subject from outbox_mails order by created_at`.execute(database())).rows;
const form = (more: Partial<NewSeatForm> = {}): NewSeatForm => ({ organisation: null, constituency: 'youth', role: 'member', voting: true, holder: null, alternate: null, from: '2026-03-10', ...more });
const at0 = (index: number): Seat => {
  const found = world.seats[index];
  if (found === undefined) throw new Error('no such seat');
  return found;
};

describe('seats of a group', () => {
  it('are given to an organisation or a part of society, to people whom the portal knows, who are told', async () => {
    const before = (await letters()).length;
    expect(codes(await openSeat(granted(), at(), form({ organisation: 'Nobody of this name', constituency: null })))).toEqual(['no_organisation organisation']);
    expect(codes(await openSeat(granted(), at(), form({ constituency: null })))).toEqual(['one_of organisation']);
    expect(codes(await openSeat(granted(), at(), form({ role: 'observer' })))).toEqual(['never_votes voting']);
    expect(codes(await openSeat(granted(), at(), form({ holder: 'nobody@nowhere.example' })))).toEqual(['nobody holder']);
    expect((await letters()).length).toBe(before);
    // A part of society names whom it wants; on the seat of an organisation sits who belongs to it.
    expect((await openSeat(granted(), at(), form({ voting: false, holder: 'holder@observatory.example' }))).ok).toBe(true);
    expect((await letters()).slice(before).map(({ person_id }) => person_id)).toEqual([world.observer.holder]);
    expect(codes(await changeSeat(granted(), at(), at0(0).id, { role: 'member', voting: true, holder: 'holder@baobab.example', alternate: null, from: '2026-04-01' }))).toEqual(['nobody holder']);
  });

  it('change from a day on: what was until then stays a row of its own, and both who come and who go are told', async () => {
    const before = (await letters()).length;
    expect((await changeSeat(granted(), at(), at0(0).id, { role: 'member', voting: true, holder: 'alternate@acacia.example', alternate: 'holder@acacia.example', from: '2026-04-01' })).ok).toBe(true);
    expect(await rowsOf(at0(0).organisation)).toEqual([
      { role: 'member', voting: true, holder_id: at0(0).holder, on_leave: false, from_on: '2026-01-01', until_on: '2026-03-31' }, { role: 'member', voting: true, holder_id: at0(0).alternate, on_leave: false, from_on: '2026-04-01', until_on: null },
    ]);
    expect(new Set((await letters()).slice(before).map(({ person_id }) => person_id))).toEqual(new Set([at0(0).holder, at0(0).alternate]));
    expect(codes(await changeSeat(granted(), at(), at0(0).id, { role: 'member', voting: true, holder: null, alternate: null, from: '2026-02-01' }))).toEqual(['day from']);
    expect(codes(await changeSeat(granted(), at(), at0(1).id, { role: 'member', voting: true, holder: 'holder@baobab.example', alternate: 'holder@baobab.example', from: '2026-04-01' }))).toEqual(['twice alternate']);
  });

  it('take a leave for a while, and stand as before after it', async () => {
    expect(codes(await leaveSeat(granted(), at(), at0(2).id, { from: '2026-05-01', until: '2026-04-01', reason: 'Parental leave' }))).toEqual(['day until']);
    expect((await leaveSeat(granted(), at(), at0(2).id, { from: '2026-05-01', until: '2026-05-31', reason: 'Parental leave' })).ok).toBe(true);
    expect((await rowsOf(at0(2).organisation)).map(({ on_leave, from_on, until_on }) => [on_leave, from_on, until_on])).toEqual([[false, '2026-01-01', '2026-04-30'], [true, '2026-05-01', '2026-05-31'], [false, '2026-06-01', null]]);
    expect((await letters()).filter(({ subject }) => subject.startsWith('Leave of absence'))).toHaveLength(2);
  });

  it('whatever is planned for later is of the seat as it is by then, and goes when it ends', async () => {
    const row = () => database().selectFrom('seats').select(['id', 'holder_id', 'from_on']).where('organisation_id', '=', at0(2).organisation).orderBy('from_on').execute();
    const [first] = await row();
    expect((await changeSeat(granted(), at(), first?.id ?? '', { role: 'member', voting: true, holder: 'alternate@cedar.example', alternate: null, from: '2026-04-15' })).ok).toBe(true);
    expect((await row()).map(({ holder_id, from_on }) => [from_on, holder_id])).toEqual([['2026-01-01', at0(2).holder], ['2026-04-15', at0(2).alternate], ['2026-05-01', at0(2).alternate], ['2026-06-01', at0(2).alternate]]);
    expect((await endSeat(granted(), at(), first?.id ?? '', { until: '2026-04-20', reason: 'Left early' })).ok).toBe(true);
    expect((await rowsOf(at0(2).organisation)).map(({ from_on, until_on }) => [from_on, until_on])).toEqual([['2026-01-01', '2026-04-14'], ['2026-04-15', '2026-04-20']]);
  });

  it('end with a day, once', async () => {
    expect((await endSeat(granted(), at(), at0(3).id, { until: '2026-03-31', reason: 'Left the coalition' })).ok).toBe(true);
    expect((await rowsOf(at0(3).organisation)).map(({ until_on }) => until_on)).toEqual(['2026-03-31']);
    expect(codes(await endSeat(granted(), at(), at0(3).id, { until: '2026-06-30', reason: 'Longer after all' }))).toEqual(['day until']);
    expect((await keptSeats(granted(), '2026-04-01')).some(({ id }) => id === at0(3).id)).toBe(false);
  });

  it('keep what a session has found: ending the day before is refused in words, and nothing changes', async () => {
    const gone = await seat(world.group, 'Hazel', world.now, { from_on: '2026-01-01' });
    expect((await changeSeat(granted(), at(), gone.id, { role: 'member', voting: true, holder: 'alternate@hazel.example', alternate: null, from: '2026-03-02' })).ok).toBe(true);
    await started(world, meeting({ wall_clock_start: '2026-03-02T16:00' }), new Date('2026-03-02T13:00:00Z'));
    const before = await rowsOf(gone.organisation);
    expect(codes(await endSeat(granted(), at(), gone.id, { until: '2026-03-01', reason: 'Too late for that' }))).toEqual(['day until']);
    expect(await rowsOf(gone.organisation)).toEqual(before);
  });

  it('survive a double submit and two who change one at once', async () => {
    const submission = newId();
    for (const _ of [1, 2]) expect((await leaveSeat(granted(), { now: world.now, submission }, at0(4).id, { from: '2026-07-01', until: '2026-07-31', reason: 'Field work' })).ok).toBe(true);
    expect(await rowsOf(at0(4).organisation)).toHaveLength(3);
    const change = (role: 'member' | 'expert') => changeSeat(granted(), at(), at0(1).id, { role, voting: role === 'member', holder: 'holder@baobab.example', alternate: null, from: '2026-08-01' });
    const results = await Promise.all([change('member'), change('expert')]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rowsOf(at0(1).organisation)).toHaveLength(2);
  });
});

describe('no history of seats gives two votes', () => {
  it('not to an organisation, nor to a person, on any day: by rule and by the database alone', async () => {
    const extra = await seat(world.group, 'Fir', world.now, { from_on: '2026-01-01' });
    const put = (more: Record<string, unknown>) => database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.insertInto('seats').values({ id: newId(), working_group_id: world.group.id, organisation_id: null, constituency: 'youth', role: 'member', voting: true, from_on: '2026-09-01', ...more }).execute();
    });
    await expect(put({ organisation_id: extra.organisation, constituency: null })).rejects.toThrow(/seats_one_vote_organisation/);
    await expect(put({ holder_id: extra.holder })).rejects.toThrow(/seats_one_vote_holder/);
    await put({ holder_id: extra.holder, voting: false });
    const name = (await database().selectFrom('organisations').select('name').where('id', '=', extra.organisation).executeTakeFirstOrThrow()).name;
    expect(codes(await openSeat(granted(), at(), form({ organisation: name, constituency: null, from: '2026-10-01' })))).toEqual(['voting_already from']);
    expect(codes(await openSeat(granted(), at(), form({ holder: 'holder@fir.example', from: '2026-10-01' })))).toEqual(['holder_votes holder']);
  });
});
