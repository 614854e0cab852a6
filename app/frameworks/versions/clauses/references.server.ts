import { sql } from 'kysely';
import { problem, type Problem } from '#app/access/result';
import type { Tx } from '#app/platform/database.server';

/** What can refer to a clause, each with a sentence that says so. */
const kinds = ['clauses_under', 'mappings', 'agenda_items', 'recommendations'] as const;

/** FR-2: what stands in the way of deleting a clause, counted and in words. */
export async function referencesTo(tx: Tx, node_id: string): Promise<Problem[]> {
  const { rows } = await sql<Record<(typeof kinds)[number], number>>`
    select (select count(*)::int from framework_nodes where parent_id = ${node_id}) as clauses_under,
      (select count(*)::int from node_mappings where ${node_id}::uuid in (from_node_id, to_node_id)) as mappings,
      (select count(*)::int from agenda_items where node_id = ${node_id}) as agenda_items,
      (select count(*)::int from recommendation_nodes where node_id = ${node_id}) as recommendations`.execute(tx);
  const counts = rows[0];
  return kinds.flatMap((kind) => {
    const count = counts?.[kind] ?? 0;
    return count === 0 ? [] : [problem(`frameworks:problems.referred_by.${kind}`, undefined, { count, shown: count })];
  });
}
