import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { arcOfGroup } from '#app/working-groups/arc/queries.server';
import { nextProposed } from '#app/working-groups/arc/model';
import { cancelSession, conveneSession, rescheduleSession, writeTerms } from '#app/working-groups/operations.server';
import { groupDeskOf } from '#app/working-groups/planning/queries.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { findGroup } from '#app/working-groups/queries.server';
import { findSession } from '#app/working-groups/sessions/queries.server';
import { termsPolicy } from '#app/working-groups/terms/policy';
import { latestTerms } from '#app/working-groups/terms/queries.server';
import { database } from '#app/platform/database.server';
import { meeting, openGroup, planned, sessionRef, valueOf, type GroupWorld } from './working-groups-world';

/** The clock of the world stands at 2 March 2026; the group began on 1 January and meets every month with 14 days of notice. */
let world: GroupWorld;
beforeAll(async () => { world = await openGroup(); });
afterAll(async () => { await world.close(); });

const at = () => ({ now: world.now });
const view = () => ({ language: 'en' as const, now: world.now });
const group = async (viewer: Actor) => {
  const found = await findGroup(viewer, world.group.ref, view());
  if (found === undefined) throw new Error('the group is there');
  return found;
};
const arc = async (viewer: Actor) => arcOfGroup(viewer, await group(viewer), view());
const told = async (viewer: Actor, most = 4) => (await arc(viewer)).flatMap(({ entries }) => entries.map(({ kind, day }) => `${day} ${kind}`)).slice(0, most);
const suggested = async () => (await groupDeskOf(world.chair, await group(world.chair), view())).suggestion.day;

describe('the arc of a group', () => {
  it('is empty as long as the group never met, and begins with what is planned, which others see once it is convened', async () => {
    expect(await told(world.chair)).toEqual([]);
    const { id } = await planned(world);
    expect(await told(world.chair)).toEqual(['2026-03-19 planned', '2026-04-16 proposed', '2026-05-21 proposed', '2026-06-18 proposed']);
    expect(await told(anyone)).toEqual([]);
    valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), at()));
    expect(await told(anyone)).toEqual(await told(world.chair));
  });

  it('proposes first what the desk of the group suggests, under the terms of that day', async () => {
    expect(nextProposed(await arc(world.chair))).toBe(await suggested());
    const { version, written_on: _, ...now } = await latestTerms(database(), world.group.id);
    valueOf(await writeTerms(permit(termsPolicy.write, world.officer, world.group), at(), version, { ...now, cadence: 'quarterly', from_on: '2026-04-01', texts: [] }));
    expect((await told(world.chair)).slice(1)).toEqual(['2026-06-18 proposed', '2026-09-17 proposed', '2026-12-17 proposed']);
    expect(await suggested()).toBe('2026-06-18');
    expect((await arc(anyone)).find(({ month }) => month === '2026-04-01')?.terms).toEqual([{ version: 2, from_on: '2026-04-01', cadence: 'quarterly' }]);
  });

  it('shows a session on the day of its zone, where it was moved to, and counts from there; called off it stays, and counts no longer', async () => {
    const { id, ref } = await planned(world, meeting({ wall_clock_start: '2026-06-18T08:00', time_zone: 'Pacific/Auckland' })); // in UTC still the 17th
    expect((await told(world.chair)).slice(1)).toEqual(['2026-06-18 planned', '2026-09-17 proposed', '2026-12-17 proposed']);
    const { version } = (await findSession(world.chair, ref, view())) ?? {};
    const { agenda: _a, purpose: _p, visibility: _v, ...form } = meeting({ wall_clock_start: '2026-07-07T08:00', time_zone: 'Pacific/Auckland' });
    valueOf(await rescheduleSession(permit(sessionPolicy.reschedule, world.chair, await sessionRef(id)), at(), { ...form, version }));
    expect((await told(world.chair)).slice(1)).toEqual(['2026-07-07 planned', '2026-10-06 proposed', '2027-01-05 proposed']);
    valueOf(await cancelSession(permit(sessionPolicy.cancel, world.chair, await sessionRef(id)), at(), 'Nobody can come.'));
    expect((await told(world.chair)).slice(1)).toEqual(['2026-06-18 proposed', '2026-07-07 called_off', '2026-09-17 proposed']);
    expect(nextProposed(await arc(world.chair))).toBe('2026-06-18');
  });
});
