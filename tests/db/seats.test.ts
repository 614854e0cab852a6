import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { duplicatePolicy } from '#app/members/duplicates/policy';
import { mergeOrganisations } from '#app/members/duplicates/operations.server';
import { database, type Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { groupPolicy } from '#app/working-groups/policy';
import { addSeat, changeSeat, endSeat, leaveSeat, openSeat, type NewSeatForm } from '#app/working-groups/seats/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { findRole } from '#app/members/people/roles/queries.server';
import { endRole } from '#app/members/people/roles/operations.server';
import { personActor } from '#app/accounts/viewer.server';
import { keptSeats } from '#app/working-groups/seats/queries.server';
import { give } from './accounts-world';
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
  const asStory = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    return work(tx);
  });
  const put = (more: Record<string, unknown>) => asStory((tx) => tx.insertInto('seats').values({ id: newId(), working_group_id: world.group.id, organisation_id: null, constituency: 'youth', role: 'member', voting: true, from_on: '2026-09-01', ...more }).execute());

  it('not to an organisation, nor to a person, on any day: by rule and by the database alone', async () => {
    const extra = await seat(world.group, 'Fir', world.now, { from_on: '2026-01-01' });
    await expect(put({ organisation_id: extra.organisation, constituency: null })).rejects.toThrow(/seats_one_vote_organisation/);
    await expect(put({ holder_id: extra.holder })).rejects.toThrow(/seats_one_vote_holder/);
    await expect(put({ alternate_id: extra.alternate })).rejects.toThrow(/seats_one_vote_alternate/);
    await put({ holder_id: extra.holder, voting: false });
    const name = (await database().selectFrom('organisations').select('name').where('id', '=', extra.organisation).executeTakeFirstOrThrow()).name;
    expect(codes(await openSeat(granted(), at(), form({ organisation: name, constituency: null, from: '2026-10-01' })))).toEqual(['voting_already from']);
    expect(codes(await openSeat(granted(), at(), form({ holder: 'holder@fir.example', from: '2026-10-01' })))).toEqual(['holder_votes holder']);
    expect(codes(await openSeat(granted(), at(), form({ alternate: 'alternate@fir.example', from: '2026-10-01' })))).toEqual(['alternate_votes alternate']);
  });

  it('not to two organisations of which one was merged into the other, from the day of the merger on', async () => {
    const [kept, merged] = [await seat(world.group, 'Ginkgo', world.now), await seat(world.group, 'Gingko', world.now)];
    const id = newId();
    await asStory((tx) => tx.insertInto('organisation_duplicates').values({ id, organisation_id: merged.organisation, other_id: kept.organisation, reason: 'similar_name', status: 'open' }).execute());
    const merge = (now: Date) => mergeOrganisations(permit(duplicatePolicy.decide, world.officer, { id, organisation_id: merged.organisation, other_id: kept.organisation }), { now }, merged.organisation, 'One and the same');
    expect(codes(await merge(world.now))).toEqual(['both_vote decision']);
    expect((await endSeat(granted(), at(), merged.id, { until: '2026-03-02', reason: 'Speaks through the other one' })).ok).toBe(true);
    expect(codes(await merge(world.now))).toEqual(['both_vote decision']);
    const next = new Date('2026-03-03T09:00:00Z');
    expect((await merge(next)).ok).toBe(true);
    // What was before the merger hinders no change of the seat that stays; a seat for the one that was merged is refused by the database alone.
    expect((await changeSeat(granted(), { now: next }, kept.id, { role: 'member', voting: true, holder: 'alternate@ginkgo.example', alternate: null, from: '2026-03-10' })).ok).toBe(true);
    await expect(put({ organisation_id: merged.organisation, constituency: null })).rejects.toThrow(/merged organisations vote once/);
    await put({ organisation_id: merged.organisation, constituency: null, voting: false });
  });
});

describe('who leads a group is who sits there', () => {
  const rolesOf = async (person: string, on: string) => (await personActor(person, new Date(on))).roles.filter(({ working_group_id }) => working_group_id === world.group.id).map(({ role }) => role);
  const sits = (role: 'chair' | 'cochair' | 'secretary' | 'member', from: string, holder = 'holder@linden.example') => ({ role, voting: role !== 'secretary', holder, alternate: null, from });
  const by = (actor = world.officer) => permit(groupPolicy.seat, actor, world.group);
  const latest = async (of: Seat) => (await database().selectFrom('seats').select('id').where('organisation_id', '=', of.organisation).orderBy('from_on', 'desc').executeTakeFirstOrThrow()).id;

  it('from the day on which they sit there until the day on which they do not, by the clock alone', async () => {
    const linden = await seat(world.group, 'Linden', world.now);
    expect((await changeSeat(by(), at(), linden.id, sits('cochair', '2026-04-01'))).ok).toBe(true);
    expect([await rolesOf(linden.holder, '2026-03-31T23:59:59Z'), await rolesOf(linden.holder, '2026-04-01T00:00:00Z')]).toEqual([[], ['wg_cochair']]);
    expect((await endSeat(by(), at(), await latest(linden), { until: '2026-06-30', reason: 'End of the term' })).ok).toBe(true);
    expect([await rolesOf(linden.holder, '2026-06-30T23:59:59Z'), await rolesOf(linden.holder, '2026-07-01T00:00:00Z')]).toEqual([['wg_cochair'], []]);
    // A leave in between changes nothing of it; another holder takes it over in the middle.
    expect((await leaveSeat(by(), at(), await latest(linden), { from: '2026-04-10', until: '2026-04-20', reason: 'Field work' })).ok).toBe(true);
    expect((await changeSeat(by(), at(), await latest(linden), sits('cochair', '2026-05-01', 'alternate@linden.example'))).ok).toBe(true);
    expect([await rolesOf(linden.holder, '2026-04-15T12:00:00Z'), await rolesOf(linden.holder, '2026-04-30T23:59:59Z'), await rolesOf(linden.holder, '2026-05-01T00:00:00Z')]).toEqual([['wg_cochair'], ['wg_cochair'], []]);
    expect([await rolesOf(linden.alternate, '2026-04-30T23:59:59Z'), await rolesOf(linden.alternate, '2026-05-01T00:00:00Z'), await rolesOf(linden.alternate, '2026-07-01T00:00:00Z')]).toEqual([[], ['wg_cochair'], []]);
  });

  it('today’s at once; what was given by hand becomes that of the seat, and cannot be laid down beside it', async () => {
    const maple = await seat(world.group, 'Maple', world.now);
    const given = await give(maple.holder, 'wg_secretary', world.now, { working_group_id: world.group.id });
    const later = new Date('2026-03-05T10:00:00Z');
    expect((await changeSeat(by(), { now: later }, maple.id, sits('secretary', '2026-03-05', 'holder@maple.example'))).ok).toBe(true);
    expect(await database().selectFrom('roles').select(['id', 'by_seat']).where('person_id', '=', maple.holder).execute()).toEqual([{ id: given, by_seat: true }]);
    const own = await personActor(maple.holder, later);
    const { subject } = (await findRole(maple.holder, given))!;
    expect(codes(await endRole(permit(rolePolicy.end, own, subject), { now: later }, { role_id: given, reason: 'Too much' }))).toEqual(['role_by_seat ']);
    expect((await changeSeat(by(), { now: new Date('2026-03-05T11:00:00Z') }, await latest(maple), sits('member', '2026-03-05', 'holder@maple.example'))).ok).toBe(true);
    expect([await rolesOf(maple.holder, '2026-03-05T10:59:59Z'), await rolesOf(maple.holder, '2026-03-05T11:00:00Z')]).toEqual([['wg_secretary'], []]);
  });

  it('as the chair and the secretariat decide, not the secretary of the group, and nobody for themselves', async () => {
    const nettle = await seat(world.group, 'Nettle', world.now);
    const secretary = await personActor(world.secretary.id, world.now);
    expect(codes(await changeSeat(by(secretary), at(), nettle.id, sits('chair', '2026-04-01', 'holder@nettle.example')))).toEqual(['offices role']);
    expect((await changeSeat(by(world.chair), at(), nettle.id, sits('cochair', '2026-04-01', 'holder@nettle.example'))).ok).toBe(true);
    expect(codes(await endSeat(by(secretary), at(), await latest(nettle), { until: '2026-05-01', reason: 'No longer' }))).toEqual(['offices until']);
    const youth = { organisation_id: null, constituency: 'youth', role: 'secretary' as const, voting: false, holder_id: world.chair.id, alternate_id: null, from_on: '2026-03-10' };
    expect(codes(await addSeat(by(world.chair), at(), youth))).toEqual(['not_yourself holder']);
  });
});
