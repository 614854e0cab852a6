import { sql } from 'kysely';
import { placeOfCountry } from '#app/countries/place.server';
import type { Tx } from '#app/platform/database.server';
import type { PlatformRef } from './policy';
import { openEditionSql } from './queries.server';

export interface LockedPlatform extends PlatformRef {
  readonly ref: string;
  readonly name: string;
  /** The coalition whose secretariat is told; null before there is one. */
  readonly coalition_id: string | null;
  readonly edition: number;
  readonly version: number;
}

/** The platform as it is now, held until the end of the transaction. Undefined for a nomination that was deleted. */
export async function lockPlatform(tx: Tx, id: string): Promise<LockedPlatform | undefined> {
  await sql`select from platforms where id = ${id} for update`.execute(tx);
  const found = await sql<Omit<LockedPlatform, 'coalition_ids' | 'coalition_id'>>`
    select p.id, p.ref, p.name, p.country_iso2, p.edition, p.version, p.nominated_by, p.published_at is not null as published, p.discontinued_at is not null as discontinued, ${openEditionSql} as open
    from platforms p where p.id = ${id}`.execute(tx);
  const row = found.rows[0];
  if (row === undefined) return undefined;
  const place = await placeOfCountry(row.country_iso2, tx);
  return { ...row, coalition_id: place?.coalition_id ?? null, coalition_ids: place?.coalition_ids ?? [] };
}
