import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { View } from '#app/commitments/readable.server';
import { coalitionIdsAbove } from '#app/coalitions/queries.server';
import { coalitionOfCountry } from '#app/countries/place.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import type { Due } from '#app/records/due/model';
import { countryName } from '#db/reference/countries';
import { isOfCountry, platformPolicy, type PlatformRef } from './policy';
import { openEditionSql } from './queries.server';
import { worksOn } from './readable.server';

type What = 'describe' | 'mend' | 'confirm' | 'review' | 'publish';

interface Waiting extends Omit<PlatformRef, 'coalition_ids'> {
  readonly ref: string;
  readonly name: string;
  readonly edition: number;
  readonly coalition_id: string | null;
}

/** Platforms whose next step is this viewer's, oldest first. */
export async function duePlatforms(viewer: Actor, view: View, country?: string): Promise<Due[]> {
  if (viewer.kind !== 'person') return [];
  const { rows } = await sql<Waiting>`
    select p.id, p.ref, p.name, p.country_iso2, p.edition, p.nominated_by, p.published_at is not null as published, false as discontinued, ${openEditionSql} as open, ${coalitionOfCountry(sql`p.country_iso2`)} as coalition_id
    from platforms p join platform_editions e on e.platform_id = p.id and e.status <> 'published'
    where p.discontinued_at is null and ${worksOn(viewer)} and (${country ?? null}::text is null or p.country_iso2 = ${country ?? null}) order by p.nominated_at, p.id limit 200`.execute(database());
  const above = new Map<string, readonly string[]>();
  for (const id of new Set(rows.flatMap(({ coalition_id }) => coalition_id ?? []))) above.set(id, await coalitionIdsAbove(id));
  return rows.flatMap((row) => {
    const what = nextFor(viewer, { ...row, coalition_ids: above.get(row.coalition_id ?? '') ?? [] });
    return what === undefined ? [] : [told(what, row, view)];
  });
}

/** Whoever keeps the registry may do much; what waits for somebody is what nobody else is closer to. */
function nextFor(viewer: Actor, platform: PlatformRef): What | undefined {
  const { open, nominated_by } = platform;
  if (viewer.kind !== 'person' || open === null) return undefined;
  if (open.returned) return open.writers.includes(viewer.id) && may(platformPolicy.describe, viewer, platform).allowed ? 'mend' : undefined;
  if (open.status === 'nominated') return isOfCountry(viewer, platform) || nominated_by === viewer.id ? 'describe' : undefined;
  if (may(platformPolicy.confirm, viewer, platform).allowed) return 'confirm';
  if (may(platformPolicy.review, viewer, platform).allowed) return 'review';
  return may(platformPolicy.publish, viewer, platform).allowed ? 'publish' : undefined;
}

function told(what: What, { id, ref, name, country_iso2, edition, open }: Waiting, { language }: View): Due {
  const t = textFor(language, 'registries');
  return {
    key: `${what} ${id}`, title: name, ref, href: paths.in(language).platform(ref, open === null || open.number === edition ? undefined : open.number), due_on: null,
    why: t(`due.${what}`, { country: countryName(country_iso2, language) }), act: t(`due.act.${what}`),
  };
}
