import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';
import type { OfferRef } from './policy';
import { offerCountriesSql, offerStateSql } from './readable.server';

export interface LockedOffer extends OfferRef {
  readonly ref: string;
  readonly request_id: string | null;
  readonly deadline_on: string | null;
  readonly language: string;
  readonly version: number;
}

/** The offer as it is now, held until the end of the transaction; the request it is on is held before it, so that all lock in one order. */
export async function lockOffer(tx: Tx, id: string): Promise<LockedOffer> {
  await sql`select from support_requests r where r.id = (select o.request_id from offers o where o.id = ${id}) for update`.execute(tx);
  await sql`select from offers where id = ${id} for update`.execute(tx);
  const found = await sql<LockedOffer>`
    select o.id, o.ref, o.request_id, o.provider_organisation_id, o.provider_country_iso2, o.offered_by, o.deadline_on, o.language, o.version,
      ${offerStateSql} as state, ${offerCountriesSql} as countries
    from offers o where o.id = ${id}`.execute(tx);
  const row = found.rows[0];
  if (row === undefined) throw new Error('an offer is never deleted');
  return row;
}
