import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import type { Remark } from '#app/records/remarks/model';
import { askIn, settleRemarksIn } from '#app/records/remarks/operations.server';
import { closeAmendmentsIn } from '../amendments/closing.server';
import { staleFrom, targetReached } from '../health/model';
import { keepGapsIn } from '../gaps/operations.server';
import { lockCommitment } from '../lock.server';
import { finalStatusOf, type Outcome } from '../model';
import { tellEverybodyElse, tellLead, tellSecretariat } from '../notices.server';
import type { commitmentPolicy } from '../policy';
import { anyLateIn, healthDatesIn, measuredGoals } from '../progress/goals.server';
import { wordsOfReturn } from '../remarks/letter.server';
import { blockers, smartScore } from '../smart/model';
import { isSafeguardedIn } from '../safeguards/queries.server';
import { submissionFacts } from '../smart/facts.server';
import { hiddenSuccessor, lockWithReplaced, supersedeIn } from '../succession/operations.server';

type Policy = typeof commitmentPolicy;
type Ref = { readonly id: string; readonly ref: string };

/** Hands a commitment to the secretariat. Everything that still blocks it is said at once; its SMART score is kept with the rules' version. */
export function submitCommitment(granted: PermitFor<Policy['submit']>, occasion: Occasion): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, (tx) => submitCommitmentIn(tx, granted, occasion));
}

export async function submitCommitmentIn(tx: Tx, granted: PermitFor<Policy['submit']>, occasion: Occasion): Promise<Result<Ref>> {
  const row = await lockCommitment(tx, granted.subject.id);
  granted.again(row);
  const today = dayOf(occasion.now);
  const facts = await submissionFacts(tx, row);
  const missing = blockers(facts, today);
  if (missing.length > 0) return refused(...missing.map(({ code, field }) => problem(`commitments:problems.${code}`, field)));
  const version = row.version + 1;
  await tx.updateTable('commitments').set({
    status: 'submitted', submitted_by: personOf(granted.actor), submitted_at: occasion.now, returned_reason: null, verified_by: null, verified_at: null,
    starts_on: row.starts_on ?? today, smart_score: smartScore(facts), version,
  }).where('id', '=', row.id).execute();
  await settleRemarksIn(tx, occasion, { commitment_id: row.id });
  await keepGapsIn(tx, granted, occasion, row.id);
  await tellLead(tx, row, { words: 'submitted', version, now: occasion.now });
  await tellSecretariat(tx, row, { words: 'to_review', version, now: occasion.now });
  return done({ id: row.id, ref: row.ref });
}

export interface Returning {
  /** The version that was read. */
  readonly seen?: number | undefined;
  readonly remarks?: readonly Remark[];
}

/** Gives a commitment back with all that is to mend, in one message. */
export function returnCommitment(granted: PermitFor<Policy['return']>, occasion: Occasion, reason: string, { seen, remarks = [] }: Returning = {}): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    if (reason.trim() === '' && remarks.length === 0) return refused(problem('commitments:problems.reason_needed', 'reason'));
    const version = row.version + 1;
    const returned_reason = reason.trim() === '' ? null : reason;
    await tx.updateTable('commitments').set({ status: 'returned', returned_reason, returned_at: occasion.now, verified_by: null, verified_at: null, version }).where('id', '=', row.id).execute();
    await askIn(tx, granted, occasion, { commitment_id: row.id }, remarks);
    await tellLead(tx, row, { words: 'returned', version, now: occasion.now, values: await wordsOfReturn(tx, row.id, returned_reason, remarks), path: paths.commitmentStep(row.ref, 'check') });
    return done({ id: row.id, ref: row.ref });
  });
}

/** Says that what was promised can be checked. Another person than who submitted it, without a tie to the lead (PE-1). */
export function verifyCommitment(granted: PermitFor<Policy['verify']>, occasion: Occasion): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    await tx.updateTable('commitments').set({ status: 'verified', verified_by: personOf(granted.actor), verified_at: occasion.now, version: row.version + 1 }).where('id', '=', row.id).execute();
    await tellLead(tx, row, { words: 'verified', version: row.version + 1, now: occasion.now });
    await tellSecretariat(tx, row, { words: 'to_publish', version: row.version + 1, now: occasion.now });
    return done({ id: row.id, ref: row.ref });
  });
}

/** Makes the promise public, under its embargo if it has one. CO-7: what touches learner data waits for an approved safeguard. */
export function publishCommitment(granted: PermitFor<Policy['publish']>, occasion: Occasion): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { row, replaced } = await lockWithReplaced(tx, granted.subject.id);
    granted.again(row);
    const hidden = hiddenSuccessor(row, replaced, occasion.now);
    if (hidden !== undefined) return refused(hidden);
    if (row.learner_data === null) return refused(problem('commitments:problems.learner_data_needed'));
    if (row.learner_data && !(await isSafeguardedIn(tx, row.id, occasion.now))) return refused(problem('commitments:problems.safeguard_needed'));
    const version = row.version + 1;
    await tx.updateTable('commitments').set({
      status: 'published', published_by: personOf(granted.actor), published_at: occasion.now, stale_on: staleFrom(dayOf(occasion.now)), ...(await healthDatesIn(tx, row)), version,
    }).where('id', '=', row.id).execute();
    if (replaced !== undefined) await supersedeIn(tx, granted.actor, occasion, replaced, row);
    await tellLead(tx, row, { words: 'published', version, now: occasion.now });
    return done({ id: row.id, ref: row.ref });
  });
}

/** Takes a promise back and says why. What was public stays readable, as withdrawn. */
export function withdrawCommitment(granted: PermitFor<Policy['withdraw']>, occasion: Occasion, reason: string, seen?: number): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    if (reason.trim() === '') return refused(problem('commitments:problems.why_withdrawn', 'reason'));
    await closeAmendmentsIn(tx, granted.actor, occasion, row.id);
    const published = row.published_at !== null;
    await tx.updateTable('commitments').set({
      status: 'withdrawn', withdrawn_reason: reason, version: row.version + 1, ...(published ? { last_update_on: dayOf(occasion.now) } : {}),
    }).where('id', '=', row.id).execute();
    await tellEverybodyElse(tx, granted.actor, row, { words: 'withdrawn', version: row.version + 1, now: occasion.now, reason });
    return done({ id: row.id, ref: row.ref });
  });
}

/** Closes a commitment: reached by a day, on time or late, or not reached. What its goals say must agree. */
export function finishCommitment(granted: PermitFor<Policy['finish']>, occasion: Occasion, outcome: Outcome): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, (tx) => finishCommitmentIn(tx, granted, occasion, outcome));
}

export async function finishCommitmentIn(tx: Tx, granted: PermitFor<Policy['finish']>, occasion: Occasion, outcome: Outcome): Promise<Result<Ref>> {
  const row = await lockCommitment(tx, granted.subject.id);
  granted.again(row);
  const today = dayOf(occasion.now);
  const goals = await measuredGoals(tx, row);
  const reached = goals.filter((goal) => targetReached(goal, goal.ascending));
  if (outcome.reached_on !== null && reached.length < goals.length) return refused(problem('commitments:problems.target_not_reached', 'reached_on'));
  if (outcome.reached_on !== null && outcome.reached_on > today) return refused(problem('commitments:problems.day_ahead', 'reached_on'));
  if (outcome.reached_on === null && reached.length === goals.length) return refused(problem('commitments:problems.target_is_reached', 'reached_on'));
  await closeAmendmentsIn(tx, granted.actor, occasion, row.id);
  await tx.updateTable('commitments').set({
    status: finalStatusOf(outcome, outcome.reached_on !== null && (await anyLateIn(tx, row.id, outcome.reached_on))), last_update_on: today, version: row.version + 1,
  }).where('id', '=', row.id).execute();
  await tellEverybodyElse(tx, granted.actor, row, { words: outcome.reached_on === null ? 'not_reached' : 'reached', version: row.version + 1, now: occasion.now });
  return done({ id: row.id, ref: row.ref });
}
