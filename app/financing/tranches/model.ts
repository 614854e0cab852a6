import { problem, type Problem } from '#app/access/result';
import { exceeds, fitsExponent, isZero, minus, plus, type Amount } from '#app/financing/money/model';
import { addDays, type Day } from '#app/platform/clock';
import type { Tone } from '#app/ui/tag';

/** From this many days before its day on, a tranche is due and its provider is reminded. */
export const dueWithinDays = 30;

export const trancheStates = ['planned', 'due', 'late', 'paid', 'cancelled'] as const;
export type TrancheState = (typeof trancheStates)[number];
export const trancheTones: Readonly<Record<TrancheState, Tone>> = { planned: 'draft', due: 'prog', late: 'off', paid: 'ok', cancelled: 'none' };

export interface TrancheFacts {
  readonly amount: Amount;
  /** What its payments sum to. */
  readonly paid: Amount;
  readonly due_on: Day;
  readonly cancelled_on: Day | null;
}

/** TR-1. Derived from what was said and from the clock, never from work that may not have run. */
export function stateOf({ amount, paid, due_on, cancelled_on }: TrancheFacts, today: Day): TrancheState {
  if (cancelled_on !== null) return 'cancelled';
  if (!exceeds(amount, paid)) return 'paid';
  if (due_on < today) return 'late';
  return due_on <= addDays(today, dueWithinDays) ? 'due' : 'planned';
}

export const isUnpaid = ({ amount, paid, cancelled_on }: Omit<TrancheFacts, 'due_on'>): boolean => cancelled_on === null && exceeds(amount, paid);
export const leftOf = ({ amount, paid }: Pick<TrancheFacts, 'amount' | 'paid'>): Amount => (exceeds(amount, paid) ? minus(amount, paid) : '0');

/** What a tranche takes of its pledge: all of it, or, where it was cancelled, what had been paid. */
export const takenBy = ({ amount, paid, cancelled_on }: Omit<TrancheFacts, 'due_on'>): Amount => (cancelled_on === null ? amount : paid);

/** The plan of a pledge under its lock: what stands of it, and what the other tranches take. */
export interface Plan {
  readonly standing: Amount;
  readonly others: Amount;
  /** Of the tranche itself. */
  readonly paid: Amount;
  readonly exponent: number;
}

export function trancheProblems({ amount }: { readonly amount: Amount }, { standing, others, paid, exponent }: Plan): Problem[] {
  const problems: Problem[] = [];
  if (isZero(amount)) problems.push(problem('financing:problems.positive_amount', 'amount'));
  if (!fitsExponent(amount, exponent)) problems.push(problem('financing:problems.decimals', 'amount', { count: exponent }));
  if (exceeds(paid, amount)) problems.push(problem('financing:problems.below_paid', 'amount'));
  if (exceeds(plus(others, amount), standing)) problems.push(problem('financing:problems.tranches_beyond_pledge', 'amount'));
  return problems;
}

/** What is wrong with a payment that names a tranche: it is a disbursement, the tranche is open, and it pays no more than is left. */
export function paymentProblems(payment: { readonly type_code: string; readonly value: Amount }, tranche: TrancheFacts | undefined): Problem[] {
  if (payment.type_code !== '3') return [problem('financing:problems.tranche_of_payment', 'tranche')];
  if (tranche === undefined || !isUnpaid(tranche)) return [problem('financing:problems.tranche_closed', 'tranche')];
  return exceeds(payment.value, leftOf(tranche)) ? [problem('financing:problems.tranche_overpaid', 'value')] : [];
}
