import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';

/**
 * The crosswalk of a text goes on: live mappings of a clause are taken over by the clause that continues it, in both directions, with
 * their reasons. Those of the version before stay with it. What the draft says of a pair already is left as it is.
 */
export async function carryMappings(tx: Tx, version_id: string): Promise<void> {
  await sql`
    insert into node_mappings (id, from_node_id, to_node_id, relation, reason)
    select gen_random_uuid(), n.id, m.to_node_id, m.relation, m.reason from framework_nodes n join node_mappings m on m.from_node_id = n.continues_id and m.ended_at is null where n.version_id = ${version_id}
    union all
    select gen_random_uuid(), m.from_node_id, n.id, m.relation, m.reason from framework_nodes n join node_mappings m on m.to_node_id = n.continues_id and m.ended_at is null where n.version_id = ${version_id}
    on conflict do nothing`.execute(tx);
}
