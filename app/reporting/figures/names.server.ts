import { sql } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import { TRANSACTION_TYPES } from '#db/reference/iati/transaction-type';
import type { FigureKey, FigureRow, PartNames } from './model';

/**
 * Names of a figure's parts, frozen with it, so that a report reads the same when a text or a list has a new version (RP-5). They also
 * say which parts there are: an action line or a group that nothing serves is a finding.
 */
export async function namesFor(tx: Reader, key: FigureKey, rows: readonly FigureRow[]): Promise<PartNames> {
  if (key === 'groups') return Object.fromEntries(BENEFICIARY_GROUPS.map(({ code, name }) => [code, name]));
  if (key === 'currencies') return Object.fromEntries(TRANSACTION_TYPES.map(({ code, name }) => [code, name]));
  return key === 'clauses' ? clauseNames(tx, rows.map((row) => row.part)) : {};
}

/** Action lines of the texts in force, and of earlier ones that a commitment still serves. */
async function clauseNames(tx: Reader, used: readonly string[]): Promise<PartNames> {
  const found = await sql<{ part: string; names: Record<string, string> }>`
    select distinct on (f.code, n.code) f.code || ' ' || n.code as part,
      (select jsonb_object_agg(t.language, n.code || ' ' || t.title) from framework_node_texts t where t.node_id = n.id) as names
    from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
    where n.kind = 'action_line' and (v.status = 'published' or (v.status = 'superseded' and f.code || ' ' || n.code = any(${[...used]}::text[])))
    order by f.code, n.code, v.number desc`.execute(tx);
  return Object.fromEntries(found.rows.map((row) => [row.part, row.names ?? {}]));
}
