import { Big } from 'big.js';

/** Money is a decimal string with a point and a currency beside it: never a float, never rounded on the way. */
export type Amount = string;

export const zero: Amount = '0';

/**
 * A typed amount, or undefined. Spaces between groups are how people write large numbers; a comma would be a guess
 * (1,500 is one and a half thousand here and one and a half there), so it is asked again.
 */
export function typedAmount(text: string): Amount | undefined {
  const plain = text.replaceAll(/[\s’']/g, '');
  return /^\d{1,18}(?:\.\d{1,6})?$/.test(plain) ? new Big(plain).toFixed() : undefined;
}

/** How many decimals an amount really has; `12.50` has one. */
export function decimalsOf(amount: Amount): number {
  return new Big(amount).toFixed().split('.')[1]?.length ?? 0;
}

/** Whether a typed amount fits the minor unit of its currency (`exponent` 0 to 4). Imported digits are kept as they are. */
export const fitsExponent = (amount: Amount, exponent: number): boolean => decimalsOf(amount) <= exponent;

export const plus = (...amounts: readonly Amount[]): Amount => amounts.reduce((sum, one) => sum.plus(one), new Big(0)).toFixed();
export const minus = (from: Amount, less: Amount): Amount => new Big(from).minus(less).toFixed();
export const negated = (amount: Amount): Amount => new Big(0).minus(amount).toFixed();
export const isPositive = (amount: Amount): boolean => new Big(amount).gt(0);
export const isZero = (amount: Amount): boolean => new Big(amount).eq(0);
export const exceeds = (amount: Amount, limit: Amount): boolean => new Big(amount).gt(limit);

/** What part of the whole it is, for words and drawings; undefined where there is no whole. */
export function shareOf(part: Amount, whole: Amount): number | undefined {
  return isPositive(whole) ? new Big(part).div(whole).toNumber() : undefined;
}

/** Shares are in per cent, with up to four decimals. FI-3: they total exactly 100. */
export const totalsHundred = (shares: readonly string[]): boolean => new Big(plus(...shares)).eq(100);

/**
 * FI-3: splits an amount by shares that total 100, in the minor unit of the currency (or in the amount's own last decimal where it has
 * more), by largest remainder: the parts always sum to the whole. Of equal remainders the first comes first.
 *
 * @param whole may be negative (a reversal)
 * @throws RangeError when the shares do not total 100
 */
export function allocate(whole: Amount, shares: readonly string[], exponent: number): Amount[] {
  if (!totalsHundred(shares)) throw new RangeError('FI-3: shares total 100');
  const unit = new Big(10).pow(Math.max(exponent, decimalsOf(whole)));
  const total = new Big(whole).abs().times(unit);
  const exact = shares.map((share) => total.times(share).div(100));
  const parts = exact.map((part) => part.round(0, Big.roundDown));
  const left = total.minus(parts.reduce((sum, part) => sum.plus(part), new Big(0))).toNumber();
  const rest = (at: number) => (exact[at] ?? total).minus(parts[at] ?? total);
  const byRemainder = parts.map((_, at) => at).toSorted((a, b) => rest(b).cmp(rest(a)) || a - b);
  const raised = new Set(byRemainder.slice(0, left));
  const sign = new Big(whole).lt(0) ? -1 : 1;
  return parts.map((part, at) => part.plus(raised.has(at) ? 1 : 0).times(sign).div(unit).toFixed());
}
