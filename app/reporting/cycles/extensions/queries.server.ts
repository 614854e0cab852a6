import { sql } from 'kysely';
import { spokenFor, type Actor } from '#app/access/actor';
import type { Day } from '#app/platform/clock';
import { database } from '#app/platform/database.server';

/** The last day to which those whom the viewer speaks for got more time in a cycle; null where none did. */
export async function ownExtension(viewer: Actor, cycle_id: string): Promise<Day | null> {
  const { organisations, countries } = spokenFor(viewer);
  const found = await sql<{ until_on: Day | null }>`select max(until_on) as until_on from cycle_extensions
    where cycle_id = ${cycle_id}::uuid and (organisation_id = any(${organisations}::uuid[]) or country_iso2 = any(${countries}::text[]))`.execute(database());
  return found.rows[0]?.until_on ?? null;
}
