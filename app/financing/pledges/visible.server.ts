import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { visibleTo } from '#app/access/visibility.server';
import type { View } from '#app/commitments/readable.server';

/** Which pledges a viewer may read, over the alias `p`. */
export function pledgesVisibleTo(viewer: Actor, view: View): RawBuilder<boolean> {
  const open = visibleTo(viewer, view.now, {
    visibility: sql`p.visibility`, isOut: sql`true`, organisation: sql`p.provider_organisation_id`, country: sql`p.provider_country_iso2`,
  });
  return sql`(${open} or ${served(viewer, sql`p.coalition_id`)})`;
}

/** Which transactions: those of activities are published; one of a pledge is never more open than the pledge. Aliases `t` and `p`. */
export const transactionsVisibleTo = (viewer: Actor, view: View): RawBuilder<boolean> => sql`(t.pledge_id is null or ${pledgesVisibleTo(viewer, view)})`;

/** The secretariat and the auditor of a coalition read all of it. */
function served(viewer: Actor, coalition: RawBuilder<unknown>): RawBuilder<unknown> {
  if (viewer.kind !== 'person') return sql`false`;
  const readers = ['secretariat_lead', 'secretariat_officer', 'platform_admin', 'auditor'];
  const coalitions = viewer.roles.flatMap((held) => (readers.includes(held.role) && held.coalition_id !== null ? [held.coalition_id] : []));
  return coalitions.length === 0 ? sql`false` : sql`${coalition} = any(${coalitions}::uuid[])`;
}
