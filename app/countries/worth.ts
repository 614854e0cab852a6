import { problem, type Problem } from '#app/access/result';
import { fitsExponent, isZero, type Amount } from '#app/financing/money/model';

/** The framework whose pillars a country's plan has. */
export const pillarsCode = 'SIX-PILLARS';

/** Why there is no amount: never 0, never nothing. */
export const amountReasons = ['not_costed', 'not_money', 'to_be_agreed'] as const;
export type AmountReason = (typeof amountReasons)[number];

/** What a request or an offer says about money. */
export interface Worth {
  readonly amount: Amount | null;
  readonly currency: string | null;
  readonly amount_missing: AmountReason | null;
}

/** Everything that is wrong with an amount. `exponent` is that of the currency, undefined for one that is not in use. */
export function worthProblems({ amount, currency, amount_missing }: Worth, exponent: number | undefined): Problem[] {
  if (amount === null) return amount_missing === null ? [problem('countries:problems.amount_or_reason', 'amount')] : [];
  if (amount_missing !== null) return [problem('countries:problems.amount_and_reason', 'amount_missing')];
  if (currency === null || exponent === undefined) return [problem('financing:problems.currency', 'currency')];
  if (isZero(amount)) return [problem('financing:problems.positive_amount', 'amount')];
  return fitsExponent(amount, exponent) ? [] : [problem('financing:problems.decimals', 'amount', { count: exponent })];
}
