import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { ladderUnderLock, lockPledge } from '#app/financing/pledges/lock.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { attachEvidenceIn, type EvidenceForm } from '#app/records/evidence/operations.server';
import type { LookForm } from './input.server';
import { moneyRefOf } from './money.server';
import { rungGivenBy, type moneyPolicy } from './policy';

type Policy = typeof moneyPolicy;
type Written = Promise<Result<{ readonly id: string; readonly ref: string }>>;
const gone = refused(problem('form:problems.changed_meanwhile'));

/**
 * PV-1: says that the figures of a pledge were found to stand, and keeps them as they stand under its lock. Everything that they are added from
 * is verified with them; what comes later is not, until somebody looks again.
 */
export function verifyFigure(granted: PermitFor<Policy['verifyFigure']>, occasion: Occasion, seen: string | undefined, form: LookForm): Written {
  return inTransaction(granted, occasion, async (tx) => {
    const pledge = await lockPledge(tx, granted.subject.id);
    const money = granted.again(await moneyRefOf(tx, pledge.id)).subject;
    const rung = rungGivenBy(granted.actor, money.coalition_id);
    const { committed, disbursed } = await ladderUnderLock(tx, pledge);
    // Who looked at other figures than those that stand now has not looked at these.
    if (rung === undefined || (seen !== undefined && seen !== `${committed} ${disbursed}`)) return gone;
    const id = newId();
    const look = { rung, ...form, verified_by: personOf(granted.actor), verified_at: occasion.now };
    await tx.insertInto('pledge_verifications').values({ id, pledge_id: pledge.id, committed, disbursed, currency: pledge.currency, ...look }).execute();
    const rows = await tx.selectFrom('transactions').select('id').where('pledge_id', '=', pledge.id).where('type_code', 'in', ['2', '3']).execute();
    await keep(tx, rows.map((one) => one.id), { ...look, pledge_verification_id: id });
    return done({ id, ref: pledge.ref });
  });
}

/** Says that one transaction was looked at. */
export function verifyTransaction(granted: PermitFor<Policy['verify']>, occasion: Occasion, form: LookForm): Written {
  return inTransaction(granted, occasion, async (tx) => {
    const { id: pledge_id, transaction_id } = granted.subject;
    const pledge = await lockPledge(tx, pledge_id);
    const money = granted.again(await moneyRefOf(tx, pledge_id, transaction_id)).subject;
    const rung = rungGivenBy(granted.actor, money.coalition_id);
    if (rung === undefined || transaction_id === null) return gone;
    await keep(tx, [transaction_id], { rung, ...form, verified_by: personOf(granted.actor), verified_at: occasion.now, pledge_verification_id: null });
    return done({ id: transaction_id, ref: pledge.ref });
  });
}

/** Attaches a document to a transaction: it is then more than its recorder's word. */
export function attachToTransaction(granted: PermitFor<Policy['addEvidence']>, occasion: Occasion, form: EvidenceForm): Promise<Result<{ readonly id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const pledge = await lockPledge(tx, granted.subject.id);
    granted.again({ ...pledge, transaction_id: granted.subject.transaction_id });
    return attachEvidenceIn(tx, granted, occasion, { transaction_id: granted.subject.transaction_id }, form);
  });
}

interface Kept extends LookForm {
  readonly rung: string;
  readonly verified_by: string | null;
  readonly verified_at: Date;
  readonly pledge_verification_id: string | null;
}

async function keep(tx: Tx, transactions: readonly string[], look: Kept): Promise<void> {
  await tx.insertInto('transaction_verifications').values(transactions.map((transaction_id) => ({ id: newId(), transaction_id, ...look }))).execute();
}
