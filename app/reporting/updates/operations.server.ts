import { permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { applyAcceptedUpdateIn } from '#app/commitments/progress/operations.server';
import type { Status } from '#app/commitments/model';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { cycleState, takesUpdates } from '#app/reporting/cycles/model';
import { noteReceipt, noteReturned } from '#app/reporting/notices.server';
import type { Answer, Completion, GoalAnswer } from './model';
import type { UpdateRef, updatePolicy } from './policy';

export interface UpdateForm {
  readonly answer: Answer;
  readonly completion: Completion;
  readonly narrative: string | null;
  readonly barriers: string | null;
  readonly enablers: string | null;
  readonly equity: string | null;
  readonly language: string;
  /** The day the values were counted on. */
  readonly as_of: Day;
  readonly values: readonly GoalAnswer[];
}

/** An update that may not be there yet: the commitment and the cycle say which. */
export interface UpdateSubject extends UpdateRef {
  readonly commitment_id: string;
  readonly cycle_id: string;
}

type Write = PermitFor<typeof updatePolicy.write>;
type Subject = { readonly commitment_id: string; readonly cycle_id: string };

/** Submits what a member says of a commitment in a cycle; one per commitment and cycle, a returned one is sent again. */
export function submitUpdate(granted: Write & { readonly subject: Subject }, occasion: Occasion, form: UpdateForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { commitment_id, cycle_id } = granted.subject;
    const commitment = await tx.selectFrom('commitments').selectAll().where('id', '=', commitment_id).forNoKeyUpdate().executeTakeFirstOrThrow();
    const cycle = await tx.selectFrom('cycles').selectAll().where('id', '=', cycle_id).forShare().executeTakeFirstOrThrow();
    const before = await tx.selectFrom('progress_updates').selectAll().where('commitment_id', '=', commitment_id).where('cycle_id', '=', cycle_id).forUpdate().executeTakeFirst();
    granted.again({ ...granted.subject, ...commitment, status: before?.status ?? 'draft', written_by: before?.written_by ?? null });
    if (!takesUpdates(cycleState(cycle, dayOf(occasion.now)))) return refused(problem('reporting:problems.cycle_closed'));
    // CO-6: final states take no updates.
    if (commitment.status !== 'published') return refused(problem('reporting:problems.takes_no_updates'));
    if (form.as_of > dayOf(occasion.now)) return refused(problem('reporting:problems.as_of_in_future', 'as_of'));
    const id = before?.id ?? newId();
    const facts = {
      answer: form.answer, completion: form.completion, narrative: form.narrative, barriers: form.barriers, enablers: form.enablers, equity: form.equity,
      language: form.language, as_of: form.as_of, status: 'submitted', written_by: granted.actor.kind === 'person' ? granted.actor.id : null, submitted_at: occasion.now, returned_reason: null,
    };
    if (before === undefined) await tx.insertInto('progress_updates').values({ id, commitment_id, cycle_id, ...facts }).execute();
    else await tx.updateTable('progress_updates').set({ ...facts, version: before.version + 1 }).where('id', '=', id).execute();
    await replaceValues(tx, id, form.values);
    await noteReceipt(tx, granted.actor, { id, ref: commitment.ref, cycle: cycle.ref }, occasion.now);
    return done({ id, ref: commitment.ref });
  });
}

async function replaceValues(tx: Tx, id: string, values: readonly GoalAnswer[]): Promise<void> {
  await tx.deleteFrom('goal_values').where('progress_update_id', '=', id).execute();
  if (values.length > 0) await tx.insertInto('goal_values').values(values.map((one) => ({ progress_update_id: id, ...one }))).execute();
}

type Decide = PermitFor<typeof updatePolicy.accept> | PermitFor<typeof updatePolicy.return>;

/** Lets an update count: its values become the last ones of the goals, and health follows. Nobody accepts what they wrote. */
export function acceptUpdate(granted: PermitFor<typeof updatePolicy.accept> & { readonly subject: { readonly id: string } }, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { update, commitment } = await lockUpdate(tx, granted, granted.subject.id);
    await tx.updateTable('progress_updates').set({
      status: 'accepted', accepted_by: granted.actor.kind === 'person' ? granted.actor.id : null, accepted_at: occasion.now, verification: 'secretariat_checked', version: update.version + 1,
    }).where('id', '=', update.id).execute();
    const values = await tx.selectFrom('goal_values').select(['goal_id', 'value']).where('progress_update_id', '=', update.id).where('value', 'is not', null).execute();
    const progress = permit(commitmentPolicy.recordProgress, granted.actor, { ...commitment, status: commitment.status as Status });
    await applyAcceptedUpdateIn(tx, progress, occasion, { as_of: update.as_of ?? dayOf(occasion.now), values: values.flatMap((one) => (one.value === null ? [] : [{ goal_id: one.goal_id, value: one.value }])) });
    return done({ ref: commitment.ref });
  });
}

/** Gives an update back with what to mend. */
export function returnUpdate(granted: PermitFor<typeof updatePolicy.return> & { readonly subject: { readonly id: string } }, occasion: Occasion, reason: string): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { update, commitment, cycle } = await lockUpdate(tx, granted, granted.subject.id);
    await tx.updateTable('progress_updates').set({ status: 'returned', returned_reason: reason, version: update.version + 1 }).where('id', '=', update.id).execute();
    if (update.written_by !== null) await noteReturned(tx, update.written_by, { id: update.id, version: update.version, ref: commitment.ref, cycle: cycle.ref, reason }, occasion.now);
    return done({ ref: commitment.ref });
  });
}

/** The commitment's row is locked first, as everywhere, so that two decisions never wait for each other crosswise. */
async function lockUpdate(tx: Tx, granted: Decide, id: string) {
  const { commitment_id } = await tx.selectFrom('progress_updates').select('commitment_id').where('id', '=', id).executeTakeFirstOrThrow();
  const commitment = await tx.selectFrom('commitments').selectAll().where('id', '=', commitment_id).forUpdate().executeTakeFirstOrThrow();
  const update = await tx.selectFrom('progress_updates').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  const cycle = await tx.selectFrom('cycles').select(['id', 'ref']).where('id', '=', update.cycle_id).executeTakeFirstOrThrow();
  granted.again({ ...commitment, status: update.status, written_by: update.written_by });
  return { update, commitment, cycle };
}
