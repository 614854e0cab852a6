import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { charterGroup, publishSession } from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { desk, holder, valueOf } from './accounts-world';
import { freeze, openReporting, planned, signed, type ReportingWorld } from './reporting-world';
import { charter, heldSession, sessionRef } from './working-groups-world';

let world: ReportingWorld;
beforeAll(async () => {
  world = await openReporting();
});
afterAll(() => world.close());

describe('decisions in a report', () => {
  it('are those of public sessions that were published: what may not be told yet is in no figure', async () => {
    const made = valueOf(await charterGroup(permit(groupPolicy.charter, await desk(), { coalition_id: world.coalition }), { now: world.now }, { ...charter, texts: { en: { name: 'Data', mandate: 'Counts.' } } }));
    const chair = await holder('wg_chair', world.now, { working_group_id: made.id });
    const held = async (title: string, visibility: 'public' | 'members', out: boolean) => {
      const session = await heldSession({ now: world.now, chair, group: { ...made, coalition_id: world.coalition } }, { title, visibility });
      if (out) valueOf(await publishSession(permit(sessionPolicy.publish, chair, await sessionRef(session.id)), { now: world.later }));
      return session.decision;
    };
    const told = await held('Published', 'public', true);
    await held('Held and not published', 'public', false);
    await held('Published to members', 'members', true);
    const { ref } = await planned(world);
    await signed(world, ref);
    valueOf(await freeze(world, ref));
    const frozen = await database().selectFrom('snapshot_rows').select('ref').where('kind', '=', 'decision').execute();
    expect(frozen.map((row) => row.ref)).toEqual([told]);
  });
});
