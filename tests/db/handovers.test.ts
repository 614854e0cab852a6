import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anyone } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { acceptHandover, declineHandover, offerHandover, withdrawHandover } from '#app/handovers/operations.server';
import { handoverPolicy } from '#app/handovers/policy';
import { dueHandovers, findHandover, packOf } from '#app/handovers/queries.server';
import { createDraft } from '#app/commitments/drafting/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { addAction, addSeat } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { changeSeat, endSeat, leaveSeat } from '#app/working-groups/seats/operations.server';
import { ownCommitments } from '#app/commitments/review/queries.server';
import { database } from '#app/platform/database.server';
import { give, minutesAfter, openGroup, person, personActor, running, seat, started, valueOf, type GroupWorld, type Seat } from './working-groups-world';

let world: GroupWorld;
let place: Seat;
let giver: string;
let receiver: string;
const now = new Date('2026-03-19T14:00:00Z');
const view = { language: 'en' as const, now };

beforeAll(async () => {
  world = await openGroup();
});
afterAll(() => world.close());
beforeEach(async () => {
  place = await seat(world.group, `Place ${crypto.randomUUID().slice(0, 8)}`, world.now);
  ({ holder: giver, alternate: receiver } = place);
  await give(giver, 'focal_point', world.now, { organisation_id: place.organisation });
});

const offer = async (by = giver, to = receiver, at = now) => offerHandover(permit(handoverPolicy.offer, await personActor(by, at), { organisation_id: place.organisation, giver_id: giver, coalition_ids: [] }), { now: at }, { receiver_id: to, note: 'Ask Léa about the contract.' });
async function read(id: string, by: string) {
  const found = await findHandover(await personActor(by, now), id);
  if (found === undefined) throw new Error('absent');
  return found;
}
const accept = async (id: string, by = receiver, at = minutesAfter(now, 5)) => acceptHandover(permit(handoverPolicy.accept, await personActor(by, at), await read(id, by)), { now: at });
const rolesOf = async (id: string, at: Date) => (await personActor(id, at)).roles.map(({ role }) => role);
const rowsOf = () => database().selectFrom('seats').select(['holder_id', 'alternate_id', 'from_on', 'until_on']).where('organisation_id', '=', place.organisation).orderBy('from_on').execute();
const seatNow = async () => { const { holder_id, alternate_id } = (await rowsOf()).at(-1)!; return { holder_id, alternate_id }; };

describe('ME-12: a focal point’s work goes to another person', () => {
  test('nothing moves before they take it; then roles, seats and open actions move at one instant', async () => {
    const session = await started(world);
    const { id: action } = valueOf(await addAction(await running(world, session.id), { now: session.now }, { agenda_item_id: null, text: 'Send the list', owner_id: giver, due_on: '2026-04-01' }));
    const { id } = valueOf(await offer());
    expect(await rolesOf(giver, now)).toEqual(['focal_point']);
    expect(await dueHandovers(await personActor(receiver, now), view)).toMatchObject([{ why: expect.stringContaining('holder') as string }]);
    expect(await packOf(giver, place.organisation, view)).toMatchObject({ roles: [{ role: 'focal_point' }], seats: [{ ref: world.group.ref }], actions: [{ text: 'Send the list' }] });
    const at = minutesAfter(now, 5);
    expect(valueOf(await accept(id, receiver, at))).toEqual({ roles: 1, seats: 1, actions: 1 });
    expect([await rolesOf(giver, minutesAfter(now, 4)), await rolesOf(giver, at), await rolesOf(receiver, minutesAfter(now, 4)), await rolesOf(receiver, at)]).toEqual([['focal_point'], [], [], ['focal_point']]);
    expect(await rowsOf()).toEqual([
      { holder_id: giver, alternate_id: receiver, from_on: '2026-01-01', until_on: '2026-03-18' }, { holder_id: receiver, alternate_id: null, from_on: '2026-03-19', until_on: null },
    ]);
    expect(await database().selectFrom('action_items').select('owner_id').where('id', '=', action).executeTakeFirst()).toEqual({ owner_id: receiver });
    expect(await database().selectFrom('session_seats').select('holder_id').where('seat_id', '=', place.id).execute()).toEqual([{ holder_id: giver }]);
    expect(await database().selectFrom('roles').select('granted_by').where('person_id', '=', receiver).execute()).toEqual([{ granted_by: giver }]);
    expect(await read(id, giver)).toMatchObject({ status: 'accepted', moved: { roles: 1, seats: 1, actions: 1 } });
  });

  test('seats that end or begin later go with it, and the office that comes with one; where the receiver votes already it is refused in words', async () => {
    const seats = permit(groupPolicy.seat, world.officer, world.group);
    const mail = (await database().selectFrom('person_mails').select('address').where('person_id', '=', giver).executeTakeFirstOrThrow()).address;
    valueOf(await changeSeat(seats, { now }, place.id, { role: 'cochair', voting: true, holder: mail, alternate: null, from: '2026-03-19' }));
    const row = await database().selectFrom('seats').select('id').where('organisation_id', '=', place.organisation).where('from_on', '=', '2026-03-19').executeTakeFirstOrThrow();
    valueOf(await leaveSeat(seats, { now }, row.id, { from: '2026-05-01', until: '2026-05-31', reason: 'Field work' }));
    const last = await database().selectFrom('seats').select('id').where('organisation_id', '=', place.organisation).where('from_on', '=', '2026-06-01').executeTakeFirstOrThrow();
    valueOf(await endSeat(seats, { now }, last.id, { until: '2026-08-31', reason: 'End of the term' }));
    const elsewhere = valueOf(await addSeat(seats, { now }, { organisation_id: null, constituency: 'youth', role: 'member', voting: true, holder_id: receiver, alternate_id: null, from_on: '2026-07-01' }));
    const { id } = valueOf(await offer());
    expect(await accept(id)).toMatchObject({ problems: [{ code: 'working-groups:seats.wrong.holder_votes' }] });
    valueOf(await endSeat(seats, { now }, elsewhere.id, { until: '2026-07-01', reason: 'A mistake' }).then(async () => changeSeat(seats, { now }, elsewhere.id, { role: 'member', voting: false, holder: null, alternate: null, from: '2026-07-01' })));
    expect(valueOf(await accept(id))).toEqual({ roles: 1, seats: 1, actions: 0 });
    expect((await rowsOf()).map(({ holder_id, from_on, until_on }) => [holder_id === receiver, from_on, until_on])).toEqual([
      [false, '2026-01-01', '2026-03-18'], [true, '2026-03-19', '2026-04-30'], [true, '2026-05-01', '2026-05-31'], [true, '2026-06-01', '2026-08-31'],
    ]);
    expect(await rolesOf(giver, minutesAfter(now, 6))).toEqual([]);
    expect((await rolesOf(receiver, new Date('2026-08-31T23:59:00Z'))).toSorted()).toEqual(['focal_point', 'wg_cochair']);
    expect(await rolesOf(receiver, new Date('2026-09-01T00:00:00Z'))).toEqual(['focal_point']);
  });

  test('two who press at once move it once, and it is in the audit trail', async () => {
    const { id } = valueOf(await offer());
    const answers = await Promise.allSettled([accept(id), accept(id)]);
    expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { reason: 'access:reasons.not_now' } }]);
    expect(await database().selectFrom('roles').select('id').where('person_id', '=', receiver).execute()).toHaveLength(1);
    const trail = await database().selectFrom('audit_log').select(['table_name', 'action', 'actor_id']).where('rule', '=', 'handover:accept').where('table_name', '=', 'roles').where('actor_id', '=', receiver).execute();
    expect(trail.map(({ action }) => action).toSorted()).toEqual(['insert', 'update']);
  });

  test('drafts come with the role: the receiver may go on with them, the giver no longer', async () => {
    const lead = { coalition_id: world.group.coalition_id, lead_organisation_id: place.organisation, lead_country_iso2: null };
    const draft = valueOf(await createDraft(permit(commitmentPolicy.create, await personActor(giver, now), lead), { now }, {
      language: 'en', title: 'Connect 20 schools', action: null, problem: null, type: null, nodes: [], beneficiaries: [], countries: [], learner_data: null, origin: null, visibility: 'public', embargo_until: null,
    }));
    const { id } = valueOf(await offer());
    expect((await packOf(giver, place.organisation, view)).drafts).toMatchObject([{ ref: draft.ref }]);
    valueOf(await accept(id));
    const after = minutesAfter(now, 6);
    expect((await ownCommitments(await personActor(receiver, after), { ...view, now: after })).drafts).toMatchObject([{ ref: draft.ref }]);
    const row = { ...lead, id: draft.id, status: 'draft' as const, submitted_by: null };
    const [before, next] = [await personActor(giver, after), await personActor(receiver, after)];
    expect(() => permit(commitmentPolicy.edit, before, row)).toThrow(Forbidden);
    expect(permit(commitmentPolicy.edit, next, row).subject).toBe(row);
  });

  test('a ministry’s focal point hands the country over too', async () => {
    await give(giver, 'focal_point', world.now, { country_iso2: 'KE' });
    await database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"demo"}'), eb.val(true)]).as('said')).execute();
      await tx.updateTable('organisations').set({ constituency: 'government', country_iso2: 'KE' }).where('id', '=', place.organisation).execute();
    });
    const { id } = valueOf(await offer());
    expect(valueOf(await accept(id)).roles).toBe(2);
    expect((await personActor(receiver, minutesAfter(now, 6))).roles.map(({ country_iso2 }) => country_iso2)).toEqual(expect.arrayContaining(['KE', null]));
  });

  test('it goes to somebody of the organisation, not to oneself, and once at a time', async () => {
    const stranger = await person('Passer-by', now);
    expect(await offer(giver, stranger)).toMatchObject({ problems: [{ code: 'accounts:problems.no_affiliation', field: 'receiver_id' }] });
    expect(await offer(giver, giver)).toMatchObject({ problems: [{ code: 'handovers:problems.to_another' }] });
    const answers = await Promise.all([offer(), offer()]);
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ problems: [{ code: 'handovers:problems.open_already' }] }]);
  });

  test('declined or taken back, everything stays', async () => {
    const first = valueOf(await offer()).id;
    valueOf(await declineHandover(permit(handoverPolicy.decline, await personActor(receiver, now), await read(first, receiver)), { now }, 'On leave until May'));
    expect(await read(first, giver)).toMatchObject({ status: 'declined', answer: 'On leave until May' });
    const second = valueOf(await offer()).id;
    valueOf(await withdrawHandover(permit(handoverPolicy.withdraw, await personActor(giver, now), await read(second, giver)), { now }));
    await expect(accept(second)).rejects.toThrow(Forbidden);
    expect(await rolesOf(giver, minutesAfter(now, 10))).toEqual(['focal_point']);
    expect((await seatNow()).holder_id).toBe(giver);
  });

  test('others see nothing of it', async () => {
    const { id } = valueOf(await offer());
    expect(await findHandover(anyone, id)).toBeUndefined();
    expect(await findHandover(world.stranger, id)).toBeUndefined();
    const record = await read(id, giver);
    expect(() => permit(handoverPolicy.accept, world.officer, record)).toThrow(Forbidden);
  });

  test('who was affiliated and is no longer cannot take it', async () => {
    const { id } = valueOf(await offer());
    await database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"demo"}'), eb.val(true)]).as('said')).execute();
      await tx.updateTable('affiliations').set({ until_on: '2026-03-19' }).where('person_id', '=', receiver).execute();
    });
    expect(await accept(id)).toMatchObject({ problems: [{ code: 'accounts:problems.no_affiliation' }] });
    expect(await rolesOf(giver, minutesAfter(now, 10))).toEqual(['focal_point']);
  });
});
