import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';

/** Who is told about the work of a country: its coordinators and focal points, and the secretariat of the coalition that its records belong to. */
export async function peopleOfCountry(tx: Tx, { country_iso2, coalition_id }: { readonly country_iso2: string; readonly coalition_id: string }, now: Date): Promise<readonly string[]> {
  const found = await sql<{ person_id: string }>`
    select distinct person_id from roles
    where ((country_iso2 = ${country_iso2} and role in ('country_coordinator', 'focal_point', 'deputy_focal_point'))
        or (coalition_id = ${coalition_id} and role in ('secretariat_lead', 'secretariat_officer')))
      and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`.execute(tx);
  return found.rows.map(({ person_id }) => person_id);
}

export interface Provider {
  readonly provider_organisation_id: string | null;
  readonly provider_country_iso2: string | null;
}

/** Who is told about an offer of a member or country: those who speak for it, and who made it. */
export async function peopleOfProvider(tx: Tx, { provider_organisation_id, provider_country_iso2 }: Provider, offered_by: string | null, now: Date): Promise<readonly string[]> {
  const found = await sql<{ person_id: string }>`
    select distinct person_id from roles
    where role in ('focal_point', 'deputy_focal_point', 'country_coordinator') and (organisation_id = ${provider_organisation_id} or country_iso2 = ${provider_country_iso2})
      and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`.execute(tx);
  return [...new Set([...found.rows.map(({ person_id }) => person_id), ...(offered_by === null ? [] : [offered_by])])];
}
