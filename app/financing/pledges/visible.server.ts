import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { visibleTo } from '#app/access/visibility.server';
import type { View } from '#app/commitments/readable.server';

/** Which pledges a viewer may read, over the alias `p`. */
export const pledgesVisibleTo = (viewer: Actor, view: View): RawBuilder<boolean> => visibleTo(viewer, view.now, {
  visibility: sql`p.visibility`, isOut: sql`true`, organisation: sql`p.provider_organisation_id`, country: sql`p.provider_country_iso2`, coalition: sql`p.coalition_id`,
});

/** Which transactions: those of activities are published; one of a pledge is never more open than the pledge. Aliases `t` and `p`. */
export const transactionsVisibleTo = (viewer: Actor, view: View): RawBuilder<boolean> => sql`(t.pledge_id is null or ${pledgesVisibleTo(viewer, view)})`;
