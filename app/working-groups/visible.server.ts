import { sql, type RawBuilder } from 'kysely';
import type { Actor, RoleName } from '#app/access/actor';
import { todayOf, type At } from '#app/commitments/readable.server';
import { servedBy, visibleTo } from '#app/access/visibility.server';
import { holdsOn } from '#app/working-groups/seats/days.server';

const groupRoles: readonly RoleName[] = ['wg_chair', 'wg_cochair', 'wg_secretary', 'wg_member'];

/** The day whose seats of a group `g` count for readers: today; the first one of a group that is ahead, the last one of a group that has ended. */
export const seatDay = (view: At): RawBuilder<unknown> => sql`least(greatest(${todayOf(view)}::date, case when g.status in ('proposed', 'chartered') then g.starts_on end), g.ended_on)`;

/** The group's own room, over the alias `g`: its officers, who sits on a seat today (GL-6: or sat there to the end), and those who serve or audit its coalition. */
export function insideOf(viewer: Actor, view: At): RawBuilder<boolean> {
  if (viewer.kind === 'system') return sql<boolean>`true`;
  if (viewer.kind === 'public') return sql<boolean>`false`;
  const groups = viewer.roles.flatMap((held) => (groupRoles.includes(held.role) ? (held.working_group_id ?? []) : []));
  return sql<boolean>`(${servedBy(viewer, sql`g.coalition_id`)} or g.id = any(${groups}::uuid[]) or exists (
    select from seats own where own.working_group_id = g.id and ${viewer.id}::uuid in (own.holder_id, own.alternate_id)
      and ${holdsOn('own', seatDay(view))}))`;
}

/** What is as open as its group `g`, once a condition holds; one that is only proposed stays inside. */
const openAsGroup = (viewer: Actor, view: At, isOut: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(${visibleTo(viewer, view.now, { visibility: sql`g.visibility`, isOut, coalition: sql`g.coalition_id` })} or ${insideOf(viewer, view)})`;

/** Which groups, over the alias `g`: as far as their visibility goes, from their charter on. */
export const groupsVisibleTo = (viewer: Actor, view: At): RawBuilder<boolean> => openAsGroup(viewer, view, sql`(g.status <> 'proposed')`);

/** Which sessions, over the aliases `s` and `g`: from when they are convened, as far as their visibility goes; drafts stay inside. */
export function sessionsVisibleTo(viewer: Actor, view: At): RawBuilder<boolean> {
  const open = visibleTo(viewer, view.now, { visibility: sql`s.visibility`, isOut: sql`(s.convened_at is not null and g.status <> 'proposed')`, coalition: sql`g.coalition_id` });
  return sql<boolean>`(${open} or ${insideOf(viewer, view)})`;
}

/** Whether what happened in a session may be told, over the same aliases: outside of the group only once it is published. */
export const toldTo = (viewer: Actor, view: At): RawBuilder<boolean> => sql<boolean>`(s.status = 'published' or ${insideOf(viewer, view)})`;

/** Whether a session holds words, as far as they may be found: what was announced, and what came of it once that may be told. */
export const sessionHolds = (viewer: Actor, view: At, tokens: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(s.announced_tokens @> ${tokens} or (s.tokens @> ${tokens} and ${toldTo(viewer, view)}))`;

/** Which written procedures, `b` of a group `g`: from their opening on, as far as their visibility goes. */
export const proceduresVisibleTo = (viewer: Actor, view: At): RawBuilder<boolean> =>
  sql<boolean>`(${visibleTo(viewer, view.now, { visibility: sql`b.visibility`, isOut: sql`g.status <> 'proposed'`, coalition: sql`g.coalition_id` })} or ${insideOf(viewer, view)})`;

/** Which decisions `d` (of a session `s`, or of a written procedure, of a group `g`): those of sessions that may be seen and told, and of procedures that may be seen. */
export const decisionsVisibleTo = (viewer: Actor, view: At): RawBuilder<boolean> => sql<boolean>`(case when d.session_id is null
  then exists (select from ballots b where b.id = d.ballot_id and ${proceduresVisibleTo(viewer, view)}) else ${sessionsVisibleTo(viewer, view)} and ${toldTo(viewer, view)} end)`;

/** What came of a session (actions, takeaways), of a session `s` of a group `g`: those of sessions that may be seen and told. */
export const outcomesVisibleTo = (viewer: Actor, view: At): RawBuilder<boolean> => sql<boolean>`(${sessionsVisibleTo(viewer, view)} and ${toldTo(viewer, view)})`;

/** Which recommendations, `r` of a group `g`: a draft stays inside. */
export const recommendationsVisibleTo = (viewer: Actor, view: At): RawBuilder<boolean> =>
  openAsGroup(viewer, view, sql`(r.status <> 'draft' and g.status <> 'proposed')`);
