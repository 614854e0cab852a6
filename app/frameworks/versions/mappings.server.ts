import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';

/**
 * The crosswalk of a text goes on: mappings of a clause are taken over by the clause that continues it, in both directions. Those of the
 * version before stay with it. What was mapped in the draft already is left as it is.
 */
export async function carryMappings(tx: Tx, version_id: string): Promise<void> {
  await sql`
    insert into node_mappings (id, from_node_id, to_node_id, relation)
    select gen_random_uuid(), n.id, m.to_node_id, m.relation from framework_nodes n join node_mappings m on m.from_node_id = n.continues_id where n.version_id = ${version_id}
    union all
    select gen_random_uuid(), m.from_node_id, n.id, m.relation from framework_nodes n join node_mappings m on m.to_node_id = n.continues_id where n.version_id = ${version_id}
    on conflict do nothing`.execute(tx);
}
