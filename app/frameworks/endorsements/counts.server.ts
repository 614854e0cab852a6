import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import type { Standing } from '../model';
import { cellsFor } from '../coverage/cells.server';
import { withoutPromise } from './queries.server';

/** How often a version was endorsed in public. Withdrawn endorsements are counted apart and nowhere else. */
export interface VersionCount {
  readonly number: number;
  readonly status: 'published' | 'superseded';
  readonly standing: Standing;
  readonly published_on: string;
  readonly countries: number;
  readonly organisations: number;
  /** Endorsements with at least one reservation. */
  readonly reserved: number;
  readonly withdrawn: number;
  /** Promises that name its clauses; one that names clauses of two versions counts in both. */
  readonly commitments: number;
}

/** Endorsements by version, the latest first; organisations that were merged count as the one that stays (ME-2). A new version takes none over from the one before (FR-5). */
export async function countByVersion(viewer: Actor, frameworkId: string, view: View): Promise<VersionCount[]> {
  const found = await sql<Omit<VersionCount, 'commitments'> & { id: string }>`
    select v.id, v.number, v.status, v.standing, to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on,
      (count(e.country_iso2) filter (where e.status = 'published'))::int as countries,
      (count(distinct organisation_successor(e.organisation_id)) filter (where e.status = 'published' and e.organisation_id is not null))::int as organisations,
      (count(e.id) filter (where e.status = 'published' and exists (select from endorsement_reservations r where r.endorsement_id = e.id)))::int as reserved,
      (count(e.id) filter (where e.status = 'withdrawn'))::int as withdrawn
    from framework_versions v left join endorsements e on e.version_id = v.id and e.published_at is not null
    where v.framework_id = ${frameworkId} and v.status <> 'draft' group by v.id order by v.number desc`.execute(database());
  const cells = await cellsFor(viewer, { scopes: found.rows.map(({ id }) => id), kinds: ['all'] }, view);
  return found.rows.map(({ id, ...row }) => ({ ...row, commitments: cells.find(({ scope }) => scope === id)?.commitments ?? 0 }));
}

/** Over all versions, each party once: how many stand behind the text, and how many of them lead no promise although their time for a first one is over. */
export async function countParties(viewer: Actor, frameworkId: string, view: View): Promise<{ readonly parties: number; readonly without: number }> {
  const found = await sql<{ parties: number; without: number }>`
    with parties as (
      select organisation_successor(e.organisation_id), e.country_iso2, bool_or(${withoutPromise(viewer, view)}) as without from endorsements e join framework_versions v on v.id = e.version_id
      where v.framework_id = ${frameworkId} and e.status = 'published' group by 1, 2
    )
    select count(*)::int as parties, (count(*) filter (where without))::int as without
    from parties`.execute(database());
  return found.rows[0] ?? { parties: 0, without: 0 };
}
