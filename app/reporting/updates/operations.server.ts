import { personOf } from '#app/access/actor';
import { may, permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Status } from '#app/commitments/model';
import { applyAcceptedUpdateIn, finishCommitmentIn } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { attachEvidenceIn, type EvidenceForm } from '#app/records/evidence/operations.server';
import type { Remark } from '#app/records/remarks/model';
import { askIn, settleRemarksIn } from '#app/records/remarks/operations.server';
import { todayOfCoalition } from '#app/reporting/cycles/day.server';
import { isExpectedIn } from '#app/reporting/cycles/expected.server';
import { extensionOf } from '#app/reporting/cycles/extensions/operations.server';
import { takesUpdatesUntil, type Question } from '#app/reporting/cycles/model';
import { noteReceipt, noteReturned } from '#app/reporting/notices.server';
import { documentsBehind, giveRungIn, verifyIn } from '#app/reporting/verification/rungs.server';
import { isWritable, outcomeOf, type Answer, type Completion, type GoalAnswer } from './model';
import type { UpdateRef, updatePolicy } from './policy';

export interface UpdateForm {
  readonly answer: Answer;
  readonly completion: Completion;
  readonly narrative: string | null;
  readonly barriers: string | null;
  readonly enablers: string | null;
  readonly equity: string | null;
  readonly language: string;
  /** The day the values were counted on; of what has finished or stopped, that day. */
  readonly as_of: Day;
  readonly values: readonly GoalAnswer[];
  /** Where what is said can be checked: documents, by their address or as files. */
  readonly evidence?: readonly Pick<EvidenceForm, 'title' | 'url' | 'file'>[];
  /** Where else the same is told: another register, the report of another coalition. */
  readonly also_reported_to?: readonly string[];
  /** The version that the form was filled in from; 0 where there was none yet. */
  readonly seen?: number | undefined;
}

/** An update that may not be there yet: the commitment and the cycle say which. */
export interface UpdateSubject extends UpdateRef {
  readonly commitment_id: string;
  readonly cycle_id: string;
}

type Write = PermitFor<typeof updatePolicy.write> & { readonly subject: { readonly commitment_id: string; readonly cycle_id: string } };

/** Submits what a member says of a commitment in a cycle; one per commitment and cycle, a returned one is sent again. `receipt`: what it tells of besides; undefined where another one tells of this. */
export function submitUpdate(granted: Write, occasion: Occasion, form: UpdateForm, { receipt }: { readonly receipt?: readonly string[] | undefined } = { receipt: [] }): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const written = await writeUpdateIn(tx, granted, occasion, form, 'submitted');
    if (written.ok && receipt !== undefined) await noteReceipt(tx, granted.actor, { ...written.value, refs: [...receipt, written.value.ref] }, occasion.now);
    return written;
  });
}

/** One receipt for several that were sent together and are in, where the last of them, which would have told of them, was refused. */
export function sendReceipt(granted: Write, occasion: Occasion, update: { readonly id: string; readonly cycle: string; readonly refs: readonly string[] }): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    await noteReceipt(tx, granted.actor, update, occasion.now);
    return done(null);
  });
}

/** Keeps an update that is not finished; one that was returned stays so until it is sent again. */
export function saveUpdate(granted: Write, occasion: Occasion, form: UpdateForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, (tx) => writeUpdateIn(tx, granted, occasion, form, 'draft'));
}

export async function writeUpdateIn(tx: Tx, granted: Write, occasion: Occasion, form: UpdateForm, to: 'draft' | 'submitted'): Promise<Result<{ id: string; ref: string; cycle: string }>> {
  const { commitment_id, cycle_id } = granted.subject;
  const commitment = await tx.selectFrom('commitments').selectAll().where('id', '=', commitment_id).forNoKeyUpdate().executeTakeFirstOrThrow();
  const cycle = await tx.selectFrom('cycles').selectAll().where('id', '=', cycle_id).forShare().executeTakeFirstOrThrow();
  const before = await tx.selectFrom('progress_updates').selectAll().where('commitment_id', '=', commitment_id).where('cycle_id', '=', cycle_id).forUpdate().executeTakeFirst();
  // Of two who send at once the second learns that it is there, and nothing is overwritten.
  if (before !== undefined && !isWritable(before.status)) return refused(problem('reporting:problems.update_exists'));
  granted.again({ ...granted.subject, ...commitment, status: before?.status ?? 'draft', written_by: before?.written_by ?? null });
  if (form.seen !== undefined && form.seen !== (before?.version ?? 0)) return refused(problem('form:problems.changed_meanwhile'));
  const today = await todayOfCoalition(tx, cycle.coalition_id, occasion.now);
  if (!takesUpdatesUntil(cycle, today, (await extensionOf(tx, cycle_id, commitment))?.until_on ?? null)) return refused(problem('reporting:problems.cycle_closed'));
  // CO-6: final states take no updates.
  if (commitment.status !== 'published' || !(await isExpectedIn(tx, cycle, commitment_id))) return refused(problem('reporting:problems.takes_no_updates'));
  if (form.as_of > today) return refused(problem('reporting:problems.as_of_in_future', 'as_of'));
  if (form.as_of < begunOn(commitment)) return refused(problem('reporting:problems.as_of_before_start', 'as_of'));
  const unsaid = to === 'submitted' ? unsaidOf(form, cycle.required as Question[]) : [];
  if (unsaid.length > 0) return refused(...unsaid.map((field) => problem('reporting:problems.question_needed', field)));
  const id = before?.id ?? newId();
  await writeRow(tx, { id, commitment_id, cycle_id, before }, granted, occasion, form, to);
  const attached = await attach(tx, granted, occasion, id, form);
  if (to === 'submitted') await settleRemarksIn(tx, occasion, { progress_update_id: id });
  if (to === 'submitted') await giveRungIn(tx, id, (await documentsBehind(tx, id)) > 0 ? 'evidence_attached' : 'self_reported');
  return attached.ok ? done({ id, ref: commitment.ref, cycle: cycle.ref }) : attached;
}

/** Of what had neither begun nor been promised nothing can have been counted. */
function begunOn({ starts_on, published_at }: { readonly starts_on: string | null; readonly published_at: Date | null }): Day {
  const published = published_at === null ? '' : dayOf(published_at);
  return starts_on === null || published < starts_on ? published : starts_on;
}

/** CY-2: what a cycle wants to be told and was not; "nothing changed" is a full answer. */
const unsaidOf = (form: UpdateForm, required: readonly Question[]): Question[] =>
  form.answer === 'nothing_changed' ? [] : required.filter((one) => (one === 'also_reported_to' ? (form.also_reported_to ?? []).length === 0 : (form[one] ?? '').trim() === ''));

interface Row {
  readonly id: string;
  readonly commitment_id: string;
  readonly cycle_id: string;
  readonly before: { readonly version: number; readonly status: string } | undefined;
}

async function writeRow(tx: Tx, { id, commitment_id, cycle_id, before }: Row, granted: Write, occasion: Occasion, form: UpdateForm, to: 'draft' | 'submitted'): Promise<void> {
  const { answer, completion, narrative, barriers, enablers, equity, language, as_of } = form;
  const said = { answer, completion, narrative, barriers, enablers, equity, language, as_of, also_reported_to: [...(form.also_reported_to ?? [])], written_by: personOf(granted.actor) };
  const state = to === 'submitted' ? { status: 'submitted', submitted_at: occasion.now, returned_reason: null } : { status: before?.status ?? 'draft' };
  if (before === undefined) await tx.insertInto('progress_updates').values({ id, commitment_id, cycle_id, ...said, ...state }).execute();
  else await tx.updateTable('progress_updates').set({ ...said, ...state, version: before.version + 1 }).where('id', '=', id).execute();
  // A goal of another commitment is none of this update's, and one in words has no value.
  const goals = await tx.selectFrom('goals').select('id').where('commitment_id', '=', commitment_id).where('target_words', 'is', null).execute();
  const values = form.values.filter((one) => goals.some((goal) => goal.id === one.goal_id));
  await tx.deleteFrom('goal_values').where('progress_update_id', '=', id).execute();
  if (values.length > 0) await tx.insertInto('goal_values').values(values.map((one) => ({ progress_update_id: id, ...one }))).execute();
}

async function attach(tx: Tx, granted: Write, occasion: Occasion, id: string, { evidence, language }: UpdateForm): Promise<Result<unknown>> {
  for (const document of evidence ?? []) {
    const known = document.url === null ? undefined : await tx.selectFrom('evidence').select('id').where('progress_update_id', '=', id).where('url', '=', document.url).executeTakeFirst();
    const attached = known === undefined ? await attachEvidenceIn(tx, granted, occasion, { progress_update_id: id }, { ...document, language }) : done(null);
    if (!attached.ok) return refused(...attached.problems.map((one) => ({ ...one, field: `evidence_${one.field ?? 'file'}` })));
  }
  return done(null);
}

type Accept = PermitFor<typeof updatePolicy.accept> & { readonly subject: { readonly id: string } };

/**
 * Lets an update count: its values become the last ones of the goals, and health follows. Nobody accepts what they wrote. What says
 * that it has finished or stopped is closed where its goals agree and the one who accepts may close it; else the board keeps asking.
 */
export function acceptUpdate(granted: Accept, occasion: Occasion, seen?: number): Promise<Result<{ ref: string; closed: boolean }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { update, commitment } = await lockUpdate(tx, granted, granted.subject.id);
    if (seen !== undefined && seen !== update.version) return refused(problem('form:problems.changed_meanwhile'));
    await tx.updateTable('progress_updates').set({ status: 'accepted', accepted_by: personOf(granted.actor), accepted_at: occasion.now, version: update.version + 1 }).where('id', '=', update.id).execute();
    // Without evidence there was nothing to check: it stays what the member says.
    if ((await documentsBehind(tx, update.id)) > 0) await verifyIn(tx, granted, occasion, update, { rung: 'secretariat_checked', method: 'document', note: null, goals: null });
    const values = await tx.selectFrom('goal_values').select(['goal_id', 'value']).where('progress_update_id', '=', update.id).where('value', 'is not', null).execute();
    const of = { ...commitment, status: commitment.status as Status };
    const as_of = update.as_of ?? dayOf(occasion.now);
    await applyAcceptedUpdateIn(tx, permit(commitmentPolicy.recordProgress, granted.actor, of), occasion, { as_of, values: values.flatMap(({ goal_id, value }) => (value === null ? [] : [{ goal_id, value }])) });
    const outcome = outcomeOf(update.answer, as_of);
    if (outcome === undefined || !may(commitmentPolicy.finish, granted.actor, of).allowed) return done({ ref: commitment.ref, closed: false });
    const closing = await finishCommitmentIn(tx, permit(commitmentPolicy.finish, granted.actor, of), occasion, outcome);
    return done({ ref: commitment.ref, closed: closing.ok });
  });
}

/** Gives an update back with what to mend. */
export function returnUpdate(granted: PermitFor<typeof updatePolicy.return> & { readonly subject: { readonly id: string } }, occasion: Occasion, reason: string, seen?: number, remarks: readonly Remark[] = []): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { update, commitment, cycle } = await lockUpdate(tx, granted, granted.subject.id);
    if (seen !== undefined && seen !== update.version) return refused(problem('form:problems.changed_meanwhile'));
    if (reason.trim() === '' && remarks.length === 0) return refused(problem('reporting:problems.reason_needed', 'reason'));
    await askIn(tx, granted, occasion, { progress_update_id: update.id }, remarks);
    await tx.updateTable('progress_updates').set({ status: 'returned', returned_reason: reason.trim() === '' ? null : reason, version: update.version + 1 }).where('id', '=', update.id).execute();
    if (update.written_by !== null) await noteReturned(tx, update.written_by, { id: update.id, version: update.version, ref: commitment.ref, cycle: cycle.ref, reason, remarks }, occasion.now);
    return done({ ref: commitment.ref });
  });
}

type Decide = PermitFor<typeof updatePolicy.accept> | PermitFor<typeof updatePolicy.return>;

/** The commitment's row is locked first, as everywhere, so that two decisions never wait for each other crosswise. */
async function lockUpdate(tx: Tx, granted: Decide, id: string) {
  const { commitment_id } = await tx.selectFrom('progress_updates').select('commitment_id').where('id', '=', id).executeTakeFirstOrThrow();
  const commitment = await tx.selectFrom('commitments').selectAll().where('id', '=', commitment_id).forUpdate().executeTakeFirstOrThrow();
  const update = await tx.selectFrom('progress_updates').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  const cycle = await tx.selectFrom('cycles').select(['id', 'ref']).where('id', '=', update.cycle_id).executeTakeFirstOrThrow();
  granted.again({ ...commitment, status: update.status, written_by: update.written_by });
  return { update, commitment, cycle };
}
