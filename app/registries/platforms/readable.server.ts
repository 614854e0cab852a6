import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { servedFromAbove } from '#app/access/visibility.server';
import { coalitionOfCountry } from '#app/countries/place.server';
import type { PlatformState } from './model';

const speaking = ['country_coordinator', 'focal_point', 'deputy_focal_point'];

/**
 * Who reads what is not out (`platforms as p`, `platform_editions as e`): the people of the country, who nominated it, the secretariats and
 * auditors of its coalition and of those above; reviewers from the description on.
 */
export function worksOn(viewer: Actor): RawBuilder<boolean> {
  if (viewer.kind !== 'person') return viewer.kind === 'system' ? sql<boolean>`true` : sql<boolean>`false`;
  const countries = viewer.roles.flatMap((held) => (speaking.includes(held.role) ? (held.country_iso2 ?? []) : []));
  const coalition = coalitionOfCountry(sql`p.country_iso2`);
  return sql<boolean>`(p.country_iso2 = any(${countries}::text[]) or p.nominated_by = ${viewer.id}::uuid or ${servedFromAbove(viewer, coalition)}
    or (e.status <> 'nominated' and ${servedFromAbove(viewer, coalition, ['reviewer'])}))`;
}

/** Which platforms (`p`, with the edition that lists show as `e`) a viewer may read: from publication on everybody. */
export const platformsVisibleTo = (viewer: Actor): RawBuilder<boolean> => sql<boolean>`(p.published_at is not null or ${worksOn(viewer)})`;

/** A platform with the edition that lists show. */
export const shownEdition: RawBuilder<unknown> = sql`platforms p join platform_editions e on e.platform_id = p.id and e.number = p.edition`;

/** Where a platform stands. */
export const platformStateSql: RawBuilder<PlatformState> = sql<PlatformState>`case when p.discontinued_at is not null then 'discontinued' else e.status end`;
