import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { lockCommitment } from '../lock.server';
import type { Involvement } from './model';
import type { teacherPolicy } from './policy';

/** Says how teachers take part, stage by stage; only what changed is written. `seen`: the version of the commitment that the form was filled in from. */
export function sayTeachers(granted: PermitFor<(typeof teacherPolicy)['say']>, occasion: Occasion, seen: number | undefined, involvements: readonly Involvement[]): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    const stages = involvements.map(({ stage }) => stage);
    await tx.deleteFrom('teacher_involvements').where('commitment_id', '=', row.id).$if(stages.length > 0, (query) => query.where('stage', 'not in', stages)).execute();
    const standing = await tx.selectFrom('teacher_involvements').selectAll().where('commitment_id', '=', row.id).execute();
    const said = { written_by: personOf(granted.actor), written_at: occasion.now };
    for (const one of involvements) {
      const before = standing.find(({ stage }) => stage === one.stage);
      if (before === undefined) await tx.insertInto('teacher_involvements').values({ commitment_id: row.id, ...one, ...said }).execute();
      else if ((['nobody', 'how_many', 'how_chosen', 'what_changed', 'evidence_url'] as const).some((name) => before[name] !== one[name])) {
        await tx.updateTable('teacher_involvements').set({ ...one, ...said }).where('commitment_id', '=', row.id).where('stage', '=', one.stage).execute();
      }
    }
    await tx.updateTable('commitments').set({ version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}
