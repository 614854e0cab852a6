import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';

/** AU-1: one entry `a` of the trail as one text, whole, in instants and orders that no setting of a connection changes; then its SHA-256. */
const hashed = sql`sha256(convert_to(jsonb_build_array(a.id, extract(epoch from a.at), extract(epoch from a.told_at), a.actor_kind, a.actor_id, a.actor_name, a.rule, a.request_id,
  a.transaction_id::text, a.table_name, a.record_id, a.parent_table, a.parent_id, a.action, a.before, a.after)::text, 'UTF8'))`;

export interface Entry {
  readonly id: string;
  readonly sha256: Uint8Array;
  readonly table_name: string;
  readonly record_id: string;
  readonly action: string;
}

/** The entries after one up to another, of all there are before where there is none before; at most so many. */
export async function entriesBetween(db: Reader, after: string | null, upTo: string, most?: number): Promise<readonly Entry[]> {
  const from: RawBuilder<unknown> = after === null ? sql`true` : sql`a.id > ${after}::bigint`;
  return (await sql<Entry>`
    select a.id::text as id, ${hashed} as sha256, a.table_name, a.record_id, a.action from audit_log a where ${from} and a.id <= ${upTo}::bigint order by a.id ${most === undefined ? sql`` : sql`limit ${most}`}`.execute(db)).rows;
}

export const lastSeal = (db: Reader) => db.selectFrom('audit_seals').select(['number', 'up_to', 'sha256']).orderBy('number', 'desc').limit(1).executeTakeFirst();
