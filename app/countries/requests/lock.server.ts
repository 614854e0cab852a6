import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';
import { placeOfCountry } from '../place.server';
import type { RequestRef } from './policy';
import { requestStateSql, waitingSql } from './readable.server';

export interface LockedRequest extends RequestRef {
  readonly ref: string;
  readonly coalition_id: string;
  readonly pillar_node_id: string;
  readonly deadline_on: string;
  readonly language: string;
  readonly version: number;
}

/** The request as it is now, held until the end of the transaction: offers on it wait meanwhile. Undefined for a draft that was deleted. */
export async function lockRequest(tx: Tx, id: string): Promise<LockedRequest | undefined> {
  await sql`select from support_requests where id = ${id} for update`.execute(tx);
  const found = await sql<Omit<LockedRequest, 'coalition_ids'>>`
    select r.id, r.ref, r.coalition_id, r.country_iso2, r.pillar_node_id, r.deadline_on, r.language, r.version, ${requestStateSql} as state, ${waitingSql} as waiting
    from support_requests r where r.id = ${id}`.execute(tx);
  const row = found.rows[0];
  if (row === undefined) return undefined;
  return { ...row, coalition_ids: (await placeOfCountry(row.country_iso2, tx))?.coalition_ids ?? [] };
}
