import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { holdsAnywhere, secretariat, spokenFor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { rootCoalition } from '#app/coalitions/queries.server';
import { database, type Reader } from '#app/platform/database.server';
import type { Party } from './model';
import type { PledgePlace } from './policy';

/** A choice of who gives or receives, by the key that forms post. */
export interface PartyChoice {
  readonly key: string;
  readonly name: string;
}

export interface CommitmentChoice {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly coalition_id: string;
}

/** The commitment that a new pledge is for; one that the viewer may not read is absent. */
export async function commitmentFor(viewer: Actor, ref: string | null, view: View): Promise<CommitmentChoice | undefined> {
  if (ref === null) return undefined;
  const found = await sql<CommitmentChoice>`
    select c.id, c.ref, coalesce(t.title, c.ref) as title, c.coalition_id
    from commitments c left join commitment_texts t on t.commitment_id = c.id and t.language = c.language
    where c.ref = ${ref} and c.status <> 'withdrawn' and ${readable(viewer, view)}`.execute(database());
  return found.rows[0];
}

/** Where a new pledge belongs: the coalition of its commitment, else the root; nowhere before there is one. What the permit is asked for. */
export async function placeOf(provider: Party, commitment: CommitmentChoice | undefined): Promise<PledgePlace | undefined> {
  const coalition_id = commitment?.coalition_id ?? (await rootCoalition())?.id;
  if (coalition_id === undefined) return undefined;
  return { coalition_id, provider_organisation_id: provider.organisation_id, provider_country_iso2: provider.country_iso2, commitment_id: commitment?.id ?? null };
}

/** For whom a viewer may record money: the secretariat for members and countries, everybody else for those they speak for. */
export async function providersFor(viewer: Actor, view: View): Promise<readonly PartyChoice[]> {
  if (viewer.kind !== 'person') return [];
  if (holdsAnywhere(viewer, secretariat)) return partiesOf(view);
  const { organisations, countries } = spokenFor(viewer);
  const found = await sql<PartyChoice>`
    select 'organisation:' || id as key, name from organisations where id = any(${organisations}::uuid[])
    union
    select 'country:' || iso2, name from country_texts where language = ${view.language} and iso2 = any(${countries}::text[])
    order by 2`.execute(database());
  return found.rows;
}

/** Who can give or receive: every country, and the organisations that are members. */
export async function partiesOf(view: View): Promise<readonly PartyChoice[]> {
  const found = await sql<PartyChoice>`
    (select 'country:' || iso2 as key, name from country_texts where language = ${view.language} order by name collate "und-x-icu")
    union all
    (select 'organisation:' || o.id, o.name from organisations o
      where o.status = 'active' and exists (select from memberships m where m.organisation_id = o.id and m.status = 'active') order by o.name collate "und-x-icu")`.execute(database());
  return found.rows;
}

/** Currencies that forms offer, with the decimals of their minor unit. */
export async function currenciesInUse(): Promise<readonly { readonly code: string; readonly exponent: number }[]> {
  return database().selectFrom('currencies').select(['code', 'exponent']).where('active', '=', true).orderBy('code').execute();
}

/** Decimals of a currency's minor unit, withdrawn ones included. */
export async function exponentOf(currency: string, db: Reader = database()): Promise<number> {
  const { exponent } = await db.selectFrom('currencies').select('exponent').where('code', '=', currency).executeTakeFirstOrThrow();
  return exponent;
}
