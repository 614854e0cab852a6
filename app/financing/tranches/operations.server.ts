import { personOf } from '#app/access/actor';
import { permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { zero } from '#app/financing/money/model';
import { ladderUnderLock, lockPledge, type LockedPledge } from '#app/financing/pledges/lock.server';
import { exponentOf } from '#app/financing/pledges/place.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { recordTransactionIn } from '#app/financing/transactions/operations.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { closeTranchesIn } from './closing.server';
import type { PaymentForm, TrancheForm } from './input.server';
import { takenTogether, tranchesUnderLock, type LockedTranche } from './lock.server';
import { isUnpaid, trancheProblems } from './model';
import type { tranchePolicy } from './policy';

type Policy = typeof tranchePolicy;
type Written = Promise<Result<{ readonly id: string; readonly ref: string }>>;

/** Plans a part of a pledge for a day. TR-1: together they are never more than what stands, decided under the pledge's lock. */
export function createTranche(granted: PermitFor<Policy['create']>, occasion: Occasion, form: TrancheForm): Written {
  return inTransaction(granted, occasion, async (tx) => {
    const pledge = await lockPledge(tx, granted.subject.id);
    granted.again(pledge);
    const problems = await problemsOf(tx, pledge, form, await tranchesUnderLock(tx, pledge.id));
    if (problems.length > 0) return refused(...problems);
    const id = newId();
    await tx.insertInto('tranches').values({ id, pledge_id: pledge.id, ...columnsOf(form), recorded_by: personOf(granted.actor), created_at: occasion.now }).execute();
    return done({ id, ref: pledge.ref });
  });
}

/** Changes how much is due when, while it is not paid. */
export function updateTranche(granted: PermitFor<Policy['edit']>, occasion: Occasion, seen: number | undefined, form: TrancheForm): Written {
  return inTransaction(granted, occasion, async (tx) => {
    const { pledge, tranche, all } = await locked(tx, granted);
    if (seen !== tranche.version) return refused(problem('form:problems.changed_meanwhile'));
    const problems = await problemsOf(tx, pledge, form, all, tranche);
    if (problems.length > 0) return refused(...problems);
    await tx.updateTable('tranches').set({ ...columnsOf(form), version: tranche.version + 1 }).where('id', '=', tranche.id).execute();
    return done({ id: tranche.id, ref: pledge.ref });
  });
}

/** It will not be paid, or not the rest of it: it stays, with the reason. */
export function cancelTranche(granted: PermitFor<Policy['cancel']>, occasion: Occasion, form: { readonly reason: string }): Written {
  return inTransaction(granted, occasion, async (tx) => {
    const { pledge, tranche } = await locked(tx, granted);
    await closeTranchesIn(tx, granted.actor, occasion, [tranche], form.reason);
    return done({ id: tranche.id, ref: pledge.ref });
  });
}

/** Records a payment of it, whole or in part: a disbursement like any other, with the same rules. */
export function payTranche(granted: PermitFor<Policy['pay']>, occasion: Occasion, form: PaymentForm): Written {
  return inTransaction(granted, occasion, async (tx) => {
    const { pledge, tranche } = await locked(tx, granted);
    return recordTransactionIn(tx, permit(pledgePolicy.recordTransaction, granted.actor, pledge), occasion, { ...form, type_code: '3', tranche: tranche.id });
  });
}

async function locked(tx: Tx, granted: PermitFor<Policy['edit'] | Policy['cancel'] | Policy['pay']>): Promise<{ pledge: LockedPledge; tranche: LockedTranche; all: readonly LockedTranche[] }> {
  const pledge = await lockPledge(tx, granted.subject.id);
  const all = await tranchesUnderLock(tx, pledge.id);
  const tranche = all.find(({ id }) => id === granted.subject.tranche_id);
  if (tranche === undefined) throw new Error(`tranche ${granted.subject.tranche_id} is not of pledge ${pledge.ref}`);
  granted.again({ ...pledge, tranche_id: tranche.id, unpaid: isUnpaid(tranche) });
  return { pledge, tranche, all };
}

async function problemsOf(tx: Tx, pledge: LockedPledge, form: TrancheForm, all: readonly LockedTranche[], own?: LockedTranche): Promise<Problem[]> {
  const exponent = await exponentOf(pledge.currency, tx);
  const { pledged } = await ladderUnderLock(tx, pledge);
  return trancheProblems(form, { standing: pledged, others: takenTogether(all.filter((one) => one !== own)), paid: own?.paid ?? zero, exponent });
}

const columnsOf = ({ amount, due_on, condition }: TrancheForm) => ({ amount, due_on, condition: condition === undefined || condition === '' ? null : condition });
