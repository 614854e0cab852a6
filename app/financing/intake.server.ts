import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';

/** Organisations by the identifiers that a file names. ME-1: an identifier belongs to one; a name alone identifies nobody. */
export async function organisationsBy(tx: Tx, identifiers: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(identifiers.flatMap((one) => one ?? []))];
  const rows = await tx.selectFrom('organisation_identifiers').select(['identifier', 'organisation_id']).where('identifier', '=', sql<string>`any(${asked}::text[])`).execute();
  return new Map(rows.map((row) => [row.identifier, row.organisation_id]));
}
