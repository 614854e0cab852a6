import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { negated } from '#app/financing/money/model';
import { ladderUnderLock, lockPledge, type LockedPledge } from '#app/financing/pledges/lock.server';
import { statusAfter } from '#app/financing/pledges/model';
import { exponentOf } from '#app/financing/pledges/place.server';
import type { pledgePolicy } from '#app/financing/pledges/policy';
import { tranchesUnderLock } from '#app/financing/tranches/lock.server';
import { paymentProblems } from '#app/financing/tranches/model';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { ReversalForm, TransactionForm } from './input.server';
import { reversalPasses, reversalProblem, transactionProblems } from './model';

type Record = PermitFor<typeof pledgePolicy.recordTransaction>;

/**
 * Records a commitment, payment or expenditure on the provider's account of a pledge, in the pledge's currency. FI-4 is decided under the
 * pledge's lock, so that two writers at once cannot pass it together; the pledge's status follows in the same transaction.
 */
export function recordTransaction(granted: Record, occasion: Occasion, form: TransactionForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, (tx) => recordTransactionIn(tx, granted, occasion, form));
}

export async function recordTransactionIn(tx: Tx, granted: Record, occasion: Occasion, form: TransactionForm): Promise<Result<{ id: string; ref: string }>> {
  const pledge = await lockPledge(tx, granted.subject.id);
  granted.again(pledge);
  const exponent = await exponentOf(pledge.currency, tx);
  const problems = transactionProblems(form, await ladderUnderLock(tx, pledge), { kind: pledge.kind, exponent, today: dayOf(occasion.now) });
  if (form.tranche !== undefined) problems.push(...paymentProblems(form, (await tranchesUnderLock(tx, pledge.id)).find((one) => one.id === form.tranche)));
  if (problems.length > 0) return refused(...problems);
  const id = newId();
  await tx.insertInto('transactions').values({
    id, tranche_id: form.tranche ?? null, pledge_id: pledge.id, type_code: form.type_code, transaction_on: form.transaction_on, value_on: form.transaction_on, value: form.value, currency: pledge.currency,
    description: form.description ?? null, reference: form.reference ?? null, excess_explanation: form.excess_explanation ?? null,
    provider_organisation_id: pledge.provider_organisation_id,
    receiver_organisation_id: form.receiver?.organisation_id ?? null, receiver_country_iso2: form.receiver?.country_iso2 ?? null,
    recorded_by: granted.actor.kind === 'person' ? granted.actor.id : null, created_at: occasion.now,
  }).execute();
  await followLadder(tx, pledge);
  return done({ id, ref: pledge.ref });
}

type Reverse = PermitFor<typeof pledgePolicy.reverseTransaction>;

/** FI-1: an error is corrected by an equal transaction of the other sign, with its reason; both stay. */
export function reverseTransaction(granted: Reverse, occasion: Occasion, form: ReversalForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, (tx) => reverseTransactionIn(tx, granted, occasion, form));
}

export async function reverseTransactionIn(tx: Tx, granted: Reverse, occasion: Occasion, form: ReversalForm): Promise<Result<{ id: string; ref: string }>> {
  const pledge = await lockPledge(tx, granted.subject.id);
  granted.again({ ...pledge, transaction_id: granted.subject.transaction_id });
  const row = await tx.selectFrom('transactions as t').leftJoin('transactions as r', 'r.reversal_of', 't.id').selectAll('t').select('r.id as reversed_by')
    .where('t.id', '=', granted.subject.transaction_id).where('t.pledge_id', '=', pledge.id).executeTakeFirst();
  if (row === undefined) return refused(problem('financing:problems.not_of_pledge'));
  const found = reversalProblem(row);
  if (found !== undefined) return refused(found);
  const id = newId();
  const { reversed_by: _, ...original } = row;
  // FI-4: a commitment that is taken back below what is paid, and a payment back that is undone, are explained by the reason of the reversal.
  const excess_explanation = reversalPasses(await ladderUnderLock(tx, pledge), row) ? form.reason : null;
  await tx.insertInto('transactions').values({
    ...original, id, value: negated(row.value), transaction_on: dayOf(occasion.now), description: form.reason, reversal_of: row.id,
    source_name: null, source_key: null, excess_explanation, verification: 'self_reported',
    recorded_by: granted.actor.kind === 'person' ? granted.actor.id : null, created_at: occasion.now,
  }).execute();
  await followLadder(tx, pledge);
  return done({ id, ref: pledge.ref });
}

/** The pledge's status is a fact of its ladder, stored in the transaction that moves it, so that lists can filter by it. */
async function followLadder(tx: Tx, pledge: LockedPledge): Promise<void> {
  const status = statusAfter(pledge.status, await ladderUnderLock(tx, pledge));
  if (status === pledge.status) return;
  await tx.updateTable('pledges').set({ status, version: pledge.version + 1 }).where('id', '=', pledge.id).execute();
}
