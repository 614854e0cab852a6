import { database, type Reader } from '#app/platform/database.server';
import { platform, type RoleScope } from '../roles/model';
import { coalitionsOver } from '../roles/queries.server';
import { belongsOn, inForce } from '../visible.server';
import { sql } from 'kysely';
import type { PersonOver } from './policy';

/** Somebody with the coalitions over everything that they do here now. */
export async function personOver(id: string, now: Date, reader: Reader = database()): Promise<PersonOver> {
  const places = await sql<RoleScope>`
    select r.coalition_id, r.organisation_id, r.working_group_id, r.country_iso2 from roles r where r.person_id = ${id} and ${inForce('r', now)}
    union select null, a.organisation_id, null, null from affiliations a where a.person_id = ${id} and ${belongsOn(now)}`.execute(reader);
  const over = [];
  for (const place of places.rows) over.push(await coalitionsOver({ ...platform, ...place }, reader));
  return { id, over };
}
