import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { personActor } from '#app/accounts/viewer.server';
import { chairOf, successorsOf } from '#app/working-groups/chair/queries.server';
import { addSeat, handOverChair } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { seatsOfGroup } from '#app/working-groups/queries.server';
import { database } from '#app/platform/database.server';
import { desk, valueOf } from './accounts-world';
import { openGroup, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
beforeAll(async () => {
  world = await openGroup();
  const { id: organisation_id } = await database().selectFrom('organisations').select('id').where('name', '=', 'Observatory').executeTakeFirstOrThrow();
  valueOf(await addSeat(permit(groupPolicy.seat, await desk(), world.group), { now: world.now }, { organisation_id, constituency: null, role: 'chair', voting: true, holder_id: world.chair.id, alternate_id: null, from_on: '2026-01-01' }));
});
afterAll(() => world.close());

const rolesOf = async (id: string, at: string) => (await personActor(id, new Date(at))).roles.map((held) => held.role);
const seatsOn = async (day: string) => (await seatsOfGroup(world.officer, world.group.id, { language: 'en', now: new Date(`${day}T12:00:00Z`) })).filter(({ organisation }) => organisation === 'Acacia' || organisation === 'Observatory').map(({ organisation, role }) => `${organisation} ${role}`).toSorted();

describe('PE-9: the chair', () => {
  const to = () => world.seats[0]?.holder ?? '';
  const subject = () => ({ id: world.group.id, coalition_id: world.group.coalition_id, chair_id: world.chair.id });
  const hand = (to_id: string, from: string, actor = world.chair) => handOverChair(permit(groupPolicy.handOver, actor, subject()), { now: world.now }, { to_id, from, reason: 'a new term' });

  it('goes to the holder of a voting seat, from a day that is not over', async () => {
    expect(await hand(to(), '2026-03-01')).toMatchObject({ problems: [{ code: 'working-groups:problems.not_in_the_past', field: 'from' }] });
    expect(await hand(world.observer.holder, '2026-04-01')).toMatchObject({ problems: [{ code: 'working-groups:problems.no_seat_to_chair', field: 'to_id' }] });
    expect(await hand(world.secretary.id, '2026-04-01')).toMatchObject({ problems: [{ code: 'working-groups:problems.no_seat_to_chair' }] });
    const successors = await successorsOf(permit(groupPolicy.handOver, world.chair, subject()), { language: 'en', now: world.now });
    expect(successors.map(({ organisation }) => organisation)).toEqual(['Acacia', 'Baobab', 'Cedar', 'Dogwood', 'Elm']);
  });
  it('is nobody else’s to hand over', async () => {
    const member = await personActor(to(), world.now);
    expect(() => permit(groupPolicy.handOver, member, subject())).toThrow();
    expect(() => permit(groupPolicy.handOver, world.secretary, subject())).toThrow();
  });
  it('changes with the seats at one instant, and both are told', async () => {
    valueOf(await hand(to(), '2026-04-01'));
    expect([await rolesOf(world.chair.id, '2026-03-31T23:59:59Z'), await rolesOf(to(), '2026-03-31T23:59:59Z')]).toEqual([['wg_chair'], []]);
    expect([await rolesOf(world.chair.id, '2026-04-01T00:00:00Z'), await rolesOf(to(), '2026-04-01T00:00:00Z')]).toEqual([[], ['wg_chair']]);
    expect(await seatsOn('2026-03-31')).toEqual(['Acacia member', 'Observatory chair', 'Observatory observer']);
    expect(await seatsOn('2026-04-01')).toEqual(['Acacia chair', 'Observatory member', 'Observatory observer']);
    expect((await chairOf(world.officer, world.group, new Date('2026-04-02T00:00:00Z')))?.person_id).toBe(to());
    const [next, later] = [world.seats[1]?.holder ?? '', new Date('2026-04-10T09:00:00Z')];
    const chair = await personActor(to(), later);
    valueOf(await handOverChair(permit(groupPolicy.handOver, chair, { ...subject(), chair_id: to() }), { now: later }, { to_id: next, from: '2026-04-10', reason: 'a new post' }));
    expect([await rolesOf(to(), '2026-04-10T09:00:00Z'), await rolesOf(next, '2026-04-10T09:00:00Z')]).toEqual([[], ['wg_chair']]);
    const told = await database().selectFrom('outbox_mails').select(['recipient', 'props']).where('thread', '=', `chair:${world.group.id}`).orderBy('id').execute();
    expect(told.map(({ recipient, props }) => [recipient, (props as { subject: string }).subject])).toEqual([
      ['holder@acacia.example', 'You take the chair of Data for learning'],
      ['holder@acacia.example', 'You hand over the chair of Data for learning'], ['holder@baobab.example', 'You take the chair of Data for learning'],
    ]);
    expect(await hand(world.seats[2]?.holder ?? '', '2026-05-01')).toMatchObject({ problems: [{ code: 'accounts:problems.role_ended' }] });
  });
});
