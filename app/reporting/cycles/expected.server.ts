import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';

/** Of a cycle, what says which commitments are due in it. */
export interface Expecting {
  readonly id: string;
  readonly coalition_id: string;
  readonly due_on: string;
}

/**
 * Which commitments a cycle waits for, as a condition on `commitments as c`: those under way of the coalition and all under it, published by
 * the day on which updates are due. What was reported in the cycle stays in it, whatever became of the commitment.
 */
export const expectedIn = (cycle: Expecting): RawBuilder<boolean> => sql<boolean>`(
  c.coalition_id in (with recursive tree as (select id from coalitions where id = ${cycle.coalition_id}::uuid union select k.id from coalitions k join tree on k.parent_id = tree.id) select id from tree)
  and ((c.status = 'published' and (c.published_at at time zone 'UTC')::date <= ${cycle.due_on}::date)
    or exists (select from progress_updates said where said.commitment_id = c.id and said.cycle_id = ${cycle.id}::uuid and said.status <> 'draft')))`;

export async function isExpectedIn(db: Reader, cycle: Expecting, commitment_id: string): Promise<boolean> {
  const found = await sql`select from commitments c where c.id = ${commitment_id} and ${expectedIn(cycle)}`.execute(db);
  return found.rows.length > 0;
}
