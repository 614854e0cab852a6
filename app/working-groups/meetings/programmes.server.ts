import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { View } from '#app/commitments/readable.server';
import { groupPolicy } from '#app/working-groups/policy';
import { listGroups } from '#app/working-groups/queries.server';

export interface GroupChoice {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
}

/** The groups that a programme may be taken into: those at work whose sessions the viewer plans; plenaries, whose programmes these mostly are, first. */
export async function groupsForProgrammes(viewer: Actor, view: View): Promise<readonly GroupChoice[]> {
  const groups = (await listGroups(viewer, view)).filter((group) => group.status !== 'concluded' && group.status !== 'dissolved' && (viewer.kind === 'system' || may(groupPolicy.plan, viewer, group).allowed));
  return groups.toSorted((a, b) => Number(b.kind === 'plenary') - Number(a.kind === 'plenary')).map(({ id, ref, name }) => ({ id, ref, name }));
}
