import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { database, databaseByKey } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { findCommitmentRef, type NamedCommitment } from '../reference.server';
import type { View } from '../readable.server';
import type { Milestone } from './model';

/** The milestones of a commitment that has been guarded before, by their day. */
export async function milestonesOf(commitment_id: string): Promise<readonly Milestone[]> {
  const { rows } = await sql<Milestone>`
    select m.id, m.title, m.due_on, m.goal_id, trim_scale(m.value)::text as value, g.unit, m.status, m.achieved_on, m.note, m.version
    from milestones m left join goals g on g.id = m.goal_id where m.commitment_id = ${commitment_id} order by m.due_on, m.id`.execute(databaseByKey());
  return rows;
}

/** One milestone with its commitment, where the viewer may read it. */
export async function findMilestone(viewer: Actor, ref: string, id: string, view: View): Promise<{ readonly commitment: NamedCommitment; readonly milestone: Milestone } | undefined> {
  const commitment = isId(id) ? await findCommitmentRef(viewer, ref, view) : undefined;
  const milestone = commitment === undefined ? undefined : (await milestonesOf(commitment.id)).find((one) => one.id === id);
  return commitment === undefined || milestone === undefined ? undefined : { commitment, milestone };
}

/** The goals of a commitment that a milestone may stand on the way of. */
export async function goalChoices(commitment_id: string): Promise<readonly { readonly id: string; readonly position: number; readonly statement: string | null; readonly unit: string | null }[]> {
  return database().selectFrom('goals').select(['id', 'position', 'statement', 'unit']).where('commitment_id', '=', commitment_id).where('target_value', 'is not', null).orderBy('position').execute();
}
