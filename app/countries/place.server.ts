import { sql, type RawBuilder } from 'kysely';
import { isSecretariat, type Actor, type HeldRole } from '#app/access/actor';
import { coalitionIdsAbove } from '#app/coalitions/queries.server';
import { database, type Reader } from '#app/platform/database.server';
import type { CountryPlace } from './place';

export interface KnownPlace extends CountryPlace {
  /** What a new record of the country belongs to. */
  readonly coalition_id: string;
}

/** The coalition in which a country's work is done: its national one, else the one at the top. Null before there is one. */
export const coalitionOfCountry = (country_iso2: RawBuilder<unknown>): RawBuilder<string | null> => sql<string | null>`(
  select k.id from coalitions k
  where (k.kind = 'national' and k.country_iso2 = ${country_iso2} and k.status in ('forming', 'active')) or k.parent_id is null
  order by k.kind <> 'national', k.status <> 'active', k.formed_on, k.created_at, k.id limit 1)`;

/** Where a country's work is done, with the coalitions above; nowhere before there is one. */
export async function placeOfCountry(country_iso2: string, db: Reader = database()): Promise<KnownPlace | undefined> {
  const found = await sql<{ id: string | null }>`select ${coalitionOfCountry(sql`${country_iso2}::text`)} as id`.execute(db);
  const id = found.rows[0]?.id ?? undefined;
  return id === undefined ? undefined : { country_iso2, coalition_id: id, coalition_ids: await coalitionIdsAbove(id, db) };
}

const desks: readonly HeldRole['role'][] = ['secretariat_lead', 'secretariat_officer'];

/** The countries that somebody runs: those they coordinate, and those whose coalition their desk serves. */
export async function countriesRunBy(actor: Actor): Promise<readonly string[]> {
  if (actor.kind !== 'person') return [];
  const coordinated = actor.roles.flatMap((held) => (held.role === 'country_coordinator' && held.country_iso2 !== null ? [held.country_iso2] : []));
  const served = actor.roles.flatMap((held) => (desks.includes(held.role) && held.coalition_id !== null ? [held.coalition_id] : []));
  if (served.length === 0 && !isSecretariat(actor)) return coordinated;
  const found = await sql<{ iso2: string }>`
    with recursive below as (
      select id, parent_id from coalitions where id = any(${served}::uuid[]) or ${isSecretariat(actor)}
      union select k.id, k.parent_id from coalitions k join below on k.parent_id = below.id
    )
    select n.iso2 from countries n where n.iso2 = any(${coordinated}::text[]) or exists (select from below where below.parent_id is null)
      or exists (select from coalitions k join below on below.id = k.id where k.country_iso2 = n.iso2)`.execute(database());
  return found.rows.map(({ iso2 }) => iso2);
}
