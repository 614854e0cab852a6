import { personOf } from '#app/access/actor';
import { Forbidden, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { lockPayment } from './lock.server';
import { after, receivedProblems, type Received, type ReconciliationAct } from './model';
import { noteToProvider, noteToReceiver } from './notices.server';
import { pairOf } from './pairs.server';
import type { PaymentRow } from './payments.server';
import { isOnBehalf, type PaymentRef, type receiptPolicy } from './policy';

type Policy = typeof receiptPolicy;
type Granted = PermitFor<Policy[ReconciliationAct]>;
type Written = Result<{ readonly id: string }>;

/** What somebody says, whichever act says it. */
export interface Said extends Partial<Received> {
  readonly words?: string | undefined;
  /** Of the words. */
  readonly language: Language;
  readonly evidence?: string | undefined;
  readonly reference?: string | undefined;
  readonly pair_id?: string | undefined;
}

/** Says that less or more arrived, or the same in other words: in another currency, later, under a reference. */
export const correctPayment = (granted: PermitFor<Policy['correct']>, occasion: Occasion, seen: number | undefined, said: Said & Received): Promise<Written> =>
  inTransaction(granted, occasion, (tx) => sayIn(tx, granted, occasion, seen, 'correct', said));

/** Disputes a payment in words. */
export const contestPayment = (granted: PermitFor<Policy['contest']>, occasion: Occasion, seen: number | undefined, said: Said): Promise<Written> =>
  inTransaction(granted, occasion, (tx) => sayIn(tx, granted, occasion, seen, 'contest', said));

/** Points to the receiver's own published account of it, whose amount then counts as what arrived. */
export const pairPayment = (granted: PermitFor<Policy['pair']>, occasion: Occasion, seen: number | undefined, said: Said & { readonly pair_id: string }): Promise<Written> =>
  inTransaction(granted, occasion, async (tx) => {
    const pair = await pairOf(tx, granted.subject, said.pair_id);
    return pair === undefined ? refused(problem('financing:reconciliation.problems.pair', 'pair')) : sayIn(tx, granted, occasion, seen, 'pair', { ...said, received: pair.value });
  });

/** Takes back what was said: the payment is as good as unanswered. */
export const withdrawReceipt = (granted: PermitFor<Policy['withdraw']>, occasion: Occasion, seen: number | undefined, said: Said): Promise<Written> =>
  inTransaction(granted, occasion, (tx) => sayIn(tx, granted, occasion, seen, 'withdraw', said));

/** What the provider answers; it stands beside the receiver's figure. */
export const replyToReceiver = (granted: PermitFor<Policy['reply']>, occasion: Occasion, seen: number | undefined, said: Said): Promise<Written> =>
  inTransaction(granted, occasion, (tx) => sayIn(tx, granted, occasion, seen, 'reply', said));

/** The receiver lets the provider's words explain the difference; its own figure is what counts. */
export const acceptReply = (granted: PermitFor<Policy['accept']>, occasion: Occasion, seen: number | undefined, said: Said & Received): Promise<Written> =>
  inTransaction(granted, occasion, (tx) => sayIn(tx, granted, occasion, seen, 'accept', said));

/** What became of several confirmations at once: each stands or falls alone. */
export interface Confirmations {
  readonly confirmed: readonly string[];
  readonly refused: readonly { readonly id: string; readonly code: string }[];
}

/** Confirms several payments to the last digit, each with a row and a trail of its own; those that cannot be any longer are named. */
export function confirmPayments(granted: readonly { readonly permit: PermitFor<Policy['confirm']>; readonly seen: number }[], occasion: Occasion, said: Said): Promise<Result<Confirmations>> {
  const [first] = granted;
  if (first === undefined) return Promise.resolve(refused(problem('financing:reconciliation.problems.nothing_ticked', 'payments')));
  if (granted.some(({ permit }) => isOnBehalf(permit.actor, permit.subject)) && !isNamed(said.evidence)) return Promise.resolve(refused(evidenceNeeded));
  return inTransaction(first.permit, occasion, async (tx) => {
    const confirmed: string[] = [];
    const left: { id: string; code: string }[] = [];
    // In one order, so that two who confirm the same payments wait for each other and never for one another at once.
    const inOrder = granted.toSorted((a, b) => orderOf(a.permit.subject).localeCompare(orderOf(b.permit.subject)));
    for (const { permit, seen } of inOrder) {
      const id = permit.subject.transaction_id;
      const found = await sayIn(tx, permit, occasion, seen, 'confirm', said).catch(refusalOf);
      if (found.ok) confirmed.push(id);
      else left.push({ id, code: found.problems[0]?.code ?? '' });
    }
    return done({ confirmed, refused: left });
  });
}

const evidenceNeeded = problem('financing:reconciliation.problems.evidence', 'evidence');
const isNamed = (evidence: string | undefined): boolean => evidence !== undefined && evidence.trim() !== '';
const orderOf = ({ pledge_id, transaction_id }: PaymentRef): string => `${pledge_id} ${transaction_id}`;

/** What changed under the lock is said, not thrown: the others still stand. */
function refusalOf(error: unknown): Result<never> {
  if (error instanceof Forbidden) return refused(problem(error.reason));
  throw error;
}

async function sayIn(tx: Tx, granted: Granted, occasion: Occasion, seen: number | undefined, act: ReconciliationAct, said: Said): Promise<Written> {
  const payment = await lockPayment(tx, granted.subject);
  if (seen !== undefined && seen !== payment.version) return refused(problem('form:problems.changed_meanwhile'));
  granted.again(payment);
  const problems = await problemsOf(tx, granted, occasion, act, payment, said);
  if (problems.length > 0) return refused(...problems);
  const now = after(payment, act, payment.value, said.received);
  if (now === undefined) return refused(problem('form:problems.changed_meanwhile'));
  const id = newId();
  const [on_behalf, received] = [act !== 'reply' && isOnBehalf(granted.actor, payment), act === 'confirm' ? payment.value : (said.received ?? null)];
  await tx.insertInto('reconciliation_acts').values({
    id, transaction_id: payment.transaction_id, act, state: now.state, said_by: personOf(granted.actor), said_at: occasion.now, on_behalf, evidence: on_behalf ? said.evidence : null,
    words: said.words ?? null, language: said.words === undefined ? null : said.language, received, receipt_amount: said.receipt_amount ?? null, receipt_currency: said.receipt_currency ?? null,
    received_on: said.received_on ?? null, reference: said.reference ?? null, pair_id: said.pair_id ?? null,
  }).execute();
  await keep(tx, payment, { state: now.state, received: now.received, ...pointersAfter(act, id, said.pair_id ?? null) }, occasion.now);
  await tell(tx, granted, occasion, act, { ...payment, ...now, version: payment.version + 1 }, said.words ?? '');
  return done({ id: payment.transaction_id });
}

/** Where the payment stands now; the first thing that is said of it opens its row. */
async function keep(tx: Tx, { transaction_id, version }: PaymentRow, row: { state: string; received: string | null } & ReturnType<typeof pointersAfter>, now: Date): Promise<void> {
  const said = row.said_id === undefined ? {} : { said_at: now };
  if (version > 0) await tx.updateTable('reconciliations').set({ ...row, ...said, version: version + 1 }).where('transaction_id', '=', transaction_id).execute();
  else if (row.said_id !== undefined) await tx.insertInto('reconciliations').values({ ...row, transaction_id, said_id: row.said_id, said_at: now, version: 1 }).execute();
}

/** What the receiver says anew waits for a new reply; a reply and its acceptance are added to it. */
function pointersAfter(act: ReconciliationAct, id: string, pair_id: string | null) {
  if (act === 'reply') return { reply_id: id };
  if (act === 'accept') return { accepted_id: id };
  return { said_id: id, reply_id: null, accepted_id: null, pair_id };
}

async function problemsOf(tx: Tx, granted: Granted, occasion: Occasion, act: ReconciliationAct, payment: PaymentRow, said: Said): Promise<Problem[]> {
  const problems: Problem[] = [];
  // RC-5
  if (act !== 'reply' && isOnBehalf(granted.actor, payment) && !isNamed(said.evidence)) problems.push(evidenceNeeded);
  if (said.received === undefined || act === 'pair') return problems;
  const known = await tx.selectFrom('currencies').select(['code', 'exponent']).where('code', 'in', [payment.currency, said.receipt_currency ?? payment.currency]).execute();
  const exponentOf = (code: string | undefined) => known.find((one) => one.code === code)?.exponent;
  const about = { currency: payment.currency, exponent: exponentOf(payment.currency) ?? 6, receiptExponent: exponentOf(said.receipt_currency), today: dayOf(occasion.now), none: act === 'accept' };
  return [...problems, ...receivedProblems({ ...said, received: said.received }, about)];
}

/** The other side hears of what asks for its answer. */
async function tell(tx: Tx, { actor }: Granted, { now }: Occasion, act: ReconciliationAct, payment: PaymentRow, words: string): Promise<void> {
  if (act === 'reply') await noteToReceiver(tx, actor, payment, words, now);
  else if (act !== 'accept' && (payment.state === 'contested' || payment.state === 'amount_differs')) await noteToProvider(tx, actor, payment, words, now);
}
