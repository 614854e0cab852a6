import { problem, type Problem } from '#app/access/result';
import { exceeds, fitsExponent, isZero, minus, zero, type Amount } from '#app/financing/money/model';
import type { Tone } from '#app/ui/tag';

/** Where the receiver's account of a payment stands beside the provider's. */
export const reconciliationStates = ['unpaired', 'matched', 'amount_differs', 'contested', 'explained'] as const;
export type ReconciliationState = (typeof reconciliationStates)[number];

export const stateTones: Readonly<Record<ReconciliationState, Tone>> = { unpaired: 'none', matched: 'ok', amount_differs: 'late', contested: 'late', explained: 'prog' };

/** What the receiver says, and what its provider does. */
export const receiverActs = ['confirm', 'correct', 'contest', 'pair', 'withdraw', 'accept'] as const;
export const providerActs = ['reply'] as const;
export const reconciliationActs = [...receiverActs, ...providerActs] as const;
export type ReconciliationAct = (typeof reconciliationActs)[number];

/** RC-9: after how many days without an answer the other side is reminded; after the last the secretariat sees to it. */
export const answerWithinDays = [30, 60] as const;

export interface Standing {
  readonly state: ReconciliationState;
  /** What arrived, in the currency of the payment. */
  readonly received: Amount | null;
  /** Whether the provider has answered what the receiver said last. */
  readonly replied: boolean;
}

export const unpaired: Standing = { state: 'unpaired', received: null, replied: false };

/** RC-2: equal to the last digit, or the amounts differ. */
const figured = (value: Amount, received: Amount): Standing => ({ state: isZero(minus(value, received)) ? 'matched' : 'amount_differs', received, replied: false });

const isDisputed = ({ state }: Standing): boolean => state === 'amount_differs' || state === 'contested';

/** Whether an act fits where the payment stands (RC-3). */
export function fits(standing: Standing, act: ReconciliationAct): boolean {
  switch (act) {
    case 'confirm': return standing.state !== 'matched';
    // To say again what was said is nothing new, unless the provider has answered meanwhile.
    case 'contest': return standing.state !== 'contested' || standing.replied;
    case 'correct': case 'pair': return true;
    case 'withdraw': return standing.state !== 'unpaired';
    case 'reply': return isDisputed(standing);
    case 'accept': return isDisputed(standing) && standing.replied;
  }
}

/**
 * Where a payment stands after an act, or undefined where the act does not fit. What the receiver says anew waits for a new reply;
 * an explanation counts when the receiver accepts it, with the receiver's own figure.
 *
 * @param value of the payment
 * @param received what the receiver says arrived: of a correction, a pair, an acceptance
 */
export function after(standing: Standing, act: ReconciliationAct, value: Amount, received: Amount = value): Standing | undefined {
  if (!fits(standing, act)) return undefined;
  switch (act) {
    case 'confirm': return figured(value, value);
    case 'correct': case 'pair': return figured(value, received);
    case 'contest': return { state: 'contested', received: null, replied: false };
    case 'withdraw': return unpaired;
    case 'reply': return { ...standing, replied: true };
    case 'accept': return { state: 'explained', received, replied: true };
  }
}

/** What of a payment total C counts, as `receivedOf` does in SQL: never more than was paid, nothing of what nobody confirms. */
export function confirmedOf({ state, received }: Pick<Standing, 'state' | 'received'>, value: Amount): Amount {
  if (received === null || state === 'unpaired' || state === 'contested') return zero;
  return exceeds(received, value) ? value : received;
}

/** What is left of it, under the name of why: the other parts of the payment. */
export function unconfirmed(row: Pick<Standing, 'state' | 'received'> & { readonly value: Amount }, part: 'no_record' | 'differs' | 'contested'): Amount {
  const why = row.state === 'contested' ? 'contested' : row.state === 'amount_differs' || row.state === 'explained' ? 'differs' : 'no_record';
  return part === why ? minus(row.value, confirmedOf(row, row.value)) : zero;
}

/** What the receiver says arrived, as far as rules look at it. */
export interface Received {
  readonly received: Amount;
  readonly receipt_amount?: Amount | undefined;
  readonly receipt_currency?: string | undefined;
  readonly received_on?: string | undefined;
}

/**
 * Everything that is wrong with it at once. Exponents are those of the minor units; `undefined` for a currency that is not in use.
 * Nothing at all is no figure but a contest, unless an explanation is accepted (`none`).
 */
export function receivedProblems(
  { received, receipt_amount, receipt_currency, received_on }: Received,
  { currency, exponent, receiptExponent, today, none = false }: { readonly currency: string; readonly exponent: number; readonly receiptExponent: number | undefined; readonly today: string; readonly none?: boolean },
): Problem[] {
  const problems: Problem[] = [];
  if (isZero(received) && !none) problems.push(problem('financing:reconciliation.problems.nothing_received', 'received'));
  if (!fitsExponent(received, exponent)) problems.push(problem('financing:problems.decimals', 'received', { count: exponent }));
  // FI-2
  if (received_on !== undefined && received_on > today) problems.push(problem('financing:problems.future_date', 'received_on'));
  if (receipt_currency === undefined && receipt_amount === undefined) return problems;
  if (receipt_currency === undefined || receiptExponent === undefined || receipt_currency === currency) problems.push(problem('financing:reconciliation.problems.receipt_currency', 'receipt_currency'));
  if (receipt_amount === undefined || isZero(receipt_amount)) problems.push(problem('financing:problems.positive_amount', 'receipt_amount'));
  else if (receiptExponent !== undefined && !fitsExponent(receipt_amount, receiptExponent)) problems.push(problem('financing:problems.decimals', 'receipt_amount', { count: receiptExponent }));
  return problems;
}

/** A payment with the version of what was said of it, as forms post what they saw. */
export const seenKey = ({ transaction_id, version }: { readonly transaction_id: string; readonly version: number }): string => `${transaction_id}:${version}`;
