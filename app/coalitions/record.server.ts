import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { moneyOfCoalition } from '#app/financing/ladder/queries.server';
import type { Money } from '#app/financing/ladder/model';
import { listMembers, type Page } from '#app/members/organisations/queries.server';
import type { MemberRow } from '#app/members/organisations/list';
import type { Promises, Relation } from '#app/members/trail/model';
import { promisesTold } from '#app/members/trail/queries.server';
import { dayOf } from '#app/platform/clock';
import { cycleState, type CycleState } from '#app/reporting/cycles/model';
import { listCycles, type CycleRecord } from '#app/reporting/cycles/queries.server';
import { listGroups, type GroupRow } from '#app/working-groups/queries.server';
import { sessionsOfCoalition, type SessionRow } from '#app/working-groups/sessions/queries.server';
import { findCoalition, versionsInUse, type CoalitionRecord } from './queries.server';

/** Everything that the page of a coalition shows. */
export interface CoalitionPage {
  readonly coalition: CoalitionRecord;
  /** Its own promises, and beside them those of the coalitions under it. */
  readonly promises: Readonly<Record<Relation, Promises>>;
  readonly money: { readonly own: Money; readonly all: Money };
  readonly members: Page<MemberRow>;
  readonly groups: readonly GroupRow[];
  readonly sessions: readonly SessionRow[];
  readonly cycles: readonly (CycleRecord & { readonly state: CycleState })[];
  readonly versions: Awaited<ReturnType<typeof versionsInUse>>;
}

const membersShown = 8;
const sessionsShown = 6;

/** A coalition with what it has in common, as far as the viewer may see it; undefined where there is none of this word. */
export async function coalitionPage(viewer: Actor, slug: string, view: View): Promise<CoalitionPage | undefined> {
  const coalition = await findCoalition(viewer, slug, view);
  if (coalition === undefined) return undefined;
  const { id } = coalition;
  const [promises, money, members, groups, sessions, cycles, versions] = await Promise.all([
    promisesTold(viewer, { kind: 'coalition', id }, view), moneyOfCoalition(viewer, id, view),
    listMembers(viewer, { filters: { coalition: [slug] }, sort: { by: 'name', descending: false }, after: null }, view, membersShown),
    listGroups(viewer, view), sessionsOfCoalition(viewer, id, view, sessionsShown), listCycles(viewer, view.language), versionsInUse(id, view),
  ]);
  return {
    coalition, promises, money, members, sessions, versions, groups: groups.filter((group) => group.coalition_id === id),
    cycles: cycles.filter((cycle) => cycle.coalition_id === id).map((cycle) => ({ ...cycle, state: cycleState(cycle, dayOf(view.now, cycle.time_zone)) })),
  };
}
