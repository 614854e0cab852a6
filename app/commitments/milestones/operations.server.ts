import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { lockCommitment, type LockedCommitment } from '../lock.server';
import { healthDatesIn } from '../progress/goals.server';
import type { MilestoneForm, Report } from './model';
import type { milestonePolicy } from './policy';

type Policy = typeof milestonePolicy;
type Ref = { readonly ref: string };
export const mostMilestones = 20;

/** Plans a milestone. After publication none with a value: it would change what is expected of a promise that stands (CO-5). */
export function planMilestone(granted: PermitFor<Policy['plan']>, occasion: Occasion, form: MilestoneForm): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    if (row.published_at !== null && form.value !== null) return refused(problem('commitments:problems.milestone_value', 'value'));
    if (row.published_at !== null && form.due_on < dayOf(occasion.now)) return refused(problem('commitments:problems.milestone_past', 'due_on'));
    const standing = await tx.selectFrom('milestones').select('id').where('commitment_id', '=', row.id).execute();
    if (standing.length >= mostMilestones) return refused(problem('commitments:problems.milestone_most', 'title', { most: mostMilestones }));
    const goal = form.goal_id === null ? undefined : await tx.selectFrom('goals').select('id').where('id', '=', form.goal_id).where('commitment_id', '=', row.id).executeTakeFirst();
    if (form.goal_id !== null && goal === undefined) return refused(problem('form:errors.choose', 'goal'));
    await tx.insertInto('milestones').values({ id: newId(), commitment_id: row.id, ...form }).execute();
    await keepHealth(tx, row);
    return done({ ref: row.ref });
  });
}

/** Takes a milestone away, while nothing has been promised yet. */
export function removeMilestone(granted: PermitFor<Policy['remove']>, occasion: Occasion): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { id, milestone_id } = granted.subject;
    const row = await lockCommitment(tx, id);
    granted.again({ ...row, milestone_id });
    await tx.deleteFrom('milestones').where('id', '=', milestone_id).where('commitment_id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

/** Says what became of a milestone. Its plan stays as it was promised; health follows. */
export function reportMilestone(granted: PermitFor<Policy['report']>, occasion: Occasion, seen: number | undefined, report: Report): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { id, milestone_id } = granted.subject;
    const row = await lockCommitment(tx, id);
    granted.again({ ...row, milestone_id });
    const milestone = await tx.selectFrom('milestones').selectAll().where('id', '=', milestone_id).where('commitment_id', '=', row.id).executeTakeFirstOrThrow();
    if (seen !== undefined && seen !== milestone.version) return refused(problem('form:problems.changed_meanwhile'));
    const today = dayOf(occasion.now);
    if (report.achieved_on !== null && report.achieved_on > today) return refused(problem('commitments:problems.day_ahead', 'achieved_on'));
    if (report.status === 'missed' && milestone.due_on >= today) return refused(problem('commitments:problems.milestone_not_due', 'status'));
    await tx.updateTable('milestones').set({ ...report, reported_by: personOf(granted.actor), reported_at: occasion.now, version: milestone.version + 1 }).where('id', '=', milestone_id).execute();
    await keepHealth(tx, row);
    return done({ ref: row.ref });
  });
}

async function keepHealth(tx: Tx, row: LockedCommitment): Promise<void> {
  if (row.status === 'published') await tx.updateTable('commitments').set({ ...(await healthDatesIn(tx, row)), version: row.version + 1 }).where('id', '=', row.id).execute();
}
