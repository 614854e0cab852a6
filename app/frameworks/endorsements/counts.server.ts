import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import type { Standing } from '../model';
import { promisedTo } from '../promised.server';

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
}

/** Endorsements by version, the latest first. A new version takes none over from the one before (FR-5). */
export async function countByVersion(_viewer: Actor, frameworkId: string): Promise<VersionCount[]> {
  const found = await sql<VersionCount>`
    select v.number, v.status, v.standing, to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on,
      (count(e.country_iso2) filter (where e.status = 'published'))::int as countries,
      (count(e.organisation_id) filter (where e.status = 'published'))::int as organisations,
      (count(e.id) filter (where e.status = 'published' and exists (select from endorsement_reservations r where r.endorsement_id = e.id)))::int as reserved,
      (count(e.id) filter (where e.status = 'withdrawn'))::int as withdrawn
    from framework_versions v left join endorsements e on e.version_id = v.id and e.published_at is not null
    where v.framework_id = ${frameworkId} and v.status <> 'draft' group by v.id order by v.number desc`.execute(database());
  return found.rows;
}

/** Over all versions, each party once: how many stand behind the text, and how many of them lead no promise yet. */
export async function countParties(viewer: Actor, frameworkId: string, view: View): Promise<{ readonly parties: number; readonly without: number }> {
  const found = await sql<{ parties: number; without: number }>`
    with ${promisedTo(viewer, view)},
    parties as (
      select distinct e.organisation_id, e.country_iso2 from endorsements e join framework_versions v on v.id = e.version_id
      where v.framework_id = ${frameworkId} and e.status = 'published'
    ),
    leads as (select c.lead_organisation_id, c.lead_country_iso2 from promised p join commitments c on c.id = p.id)
    select count(*)::int as parties, (count(*) filter (where not exists (
      select from leads where leads.lead_organisation_id = parties.organisation_id or leads.lead_country_iso2 = parties.country_iso2)))::int as without
    from parties`.execute(database());
  return found.rows[0] ?? { parties: 0, without: 0 };
}
