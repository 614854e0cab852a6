import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { visibleTo } from '#app/access/visibility.server';
import type { At } from '#app/commitments/readable.server';
import { insideOf } from '#app/working-groups/visible.server';

/** OR-5: out for everybody: published, or opened to the public for its consultation and readable ever since. */
const isPublic = sql`(o.status = 'published' or coalesce(o.audience = 'public', false))`;

/** OR-5: which outcome reports `o` of a group `g` a viewer may read: the group its own, the coalition what was launched, everybody what is out. */
export const outcomesVisibleTo = (viewer: Actor, view: At): RawBuilder<boolean> => sql<boolean>`(${insideOf(viewer, view)} or ${visibleTo(viewer, view.now, {
  visibility: sql`case when ${isPublic} then 'public' else 'coalition' end`, isOut: sql`(g.status <> 'proposed' and (o.status = 'launched' or ${isPublic}))`, coalition: sql`g.coalition_id`,
})})`;
