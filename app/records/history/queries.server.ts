import type { Grant } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { type Act, actsOf, type AuditRow } from './model';

const mostRows = 1000;

/**
 * What was done to a record and its parts, latest act first. The domain of the record decides who may read it: its permit is the proof.
 * `fields` are the columns worth telling, as `table.column`.
 */
export async function listHistory(_granted: Grant, table: string, id: string, fields: readonly string[]): Promise<Act[]> {
  const columns = ['transaction_id', 'told_at', 'actor_kind', 'actor_name', 'rule', 'table_name', 'action', 'before', 'after', 'id'] as const;
  const own = database().selectFrom('audit_log').select(columns).where('table_name', '=', table).where('record_id', '=', id);
  const parts = database().selectFrom('audit_log').select(columns).where('parent_table', '=', table).where('parent_id', '=', id);
  const rows = await own.unionAll(parts).orderBy('id', 'desc').limit(mostRows).execute();
  return actsOf(rows.toReversed() as unknown as AuditRow[], fields);
}
