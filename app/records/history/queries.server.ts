import type { Actor } from '#app/access/actor';
import { may, permit, type Grant, type Rule } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { type Act, actsOf, type AuditRow } from './model';
import type { TrailWords } from './words';

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

/** The same for who may read it, else undefined: a page shows the history to some of its readers. `words` names what is worth telling. */
export async function historyFor<Name extends string, Subject extends { readonly id: string }>(
  asked: Rule<Name, Subject>, viewer: Actor, subject: Subject, table: string, { fields }: TrailWords,
): Promise<Act[] | undefined> {
  return may(asked, viewer, subject).allowed ? listHistory(permit(asked, viewer, subject), table, subject.id, Object.keys(fields)) : undefined;
}
