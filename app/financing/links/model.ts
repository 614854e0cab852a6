import { Big } from 'big.js';
import { problem, type Problem } from '#app/access/result';
import { exceeds, fitsExponent, isPositive, isZero, minus, plus, zero, type Amount } from '#app/financing/money/model';
import type { Tone } from '#app/ui/tag';

/** What two pledges have to do with each other. All but `co_funds` take something off the pledge that is counted less. */
export const linkKinds = ['same_money', 'passes_through', 'matches', 'co_funds'] as const;
export type LinkKind = (typeof linkKinds)[number];

export const linkStates = ['proposed', 'decided', 'declined', 'ended'] as const;
export type LinkState = (typeof linkStates)[number];
export const linkTones: Readonly<Record<LinkState, Tone>> = { proposed: 'prog', decided: 'ok', declined: 'none', ended: 'none' };

/** Who saw it first: the finder, a person, or the file that was taken in. */
export type LinkOrigin = 'finder' | 'person' | 'source';

/** Why the finder proposes a link, strongest first. */
export const becauses = ['same_iati', 'same_provider', 'common_recipients', 'passed_on'] as const;
export interface LinkReasons {
  readonly because?: readonly (typeof becauses)[number][] | undefined;
  /** By what part the amounts differ. */
  readonly off?: number | undefined;
  /** Between the two announcements. */
  readonly days?: number | undefined;
}

/** FL-8: how far apart amounts and announcements may be, with how many pledges of nearly its size one is compared, how many are proposed at a time. */
export const alike = '0.01';
export const withinDays = 180;
export const mostNeighbours = 12;
export const mostFound = 500;

/** What is decided about a link, as far as the rules look at it. */
export interface LinkTerms {
  readonly kind: LinkKind;
  /** In the currency of the pledge that is counted less. */
  readonly amount: Amount;
}

/** What the two pledges say to it, under the lock. */
export interface LinkGround {
  readonly exponent: number;
  readonly currency: string;
  /** Of the pledge that is counted less. */
  readonly stands: Amount;
  /** By other decided links of that pledge. */
  readonly linked: Amount;
  /** The other pledge is already counted in this one, directly or through others. */
  readonly closes: boolean;
  /** One is a guarantee and the other is not. */
  readonly apart: boolean;
}

/** FL-2, FL-3: everything that is wrong with a link before it may count. */
export function linkProblems({ kind, amount }: LinkTerms, ground: LinkGround): Problem[] {
  const problems: Problem[] = [];
  if (isZero(amount)) problems.push(problem('financing:problems.positive_amount', 'amount'));
  if (!fitsExponent(amount, ground.exponent)) problems.push(problem('financing:problems.decimals', 'amount', { count: ground.exponent }));
  const left = minus(ground.stands, ground.linked);
  if (exceeds(amount, left)) problems.push(problem('financing:problems.link_beyond_pledge', 'amount', { left: isPositive(left) ? left : zero, currency: ground.currency }));
  if (ground.closes) problems.push(problem('financing:problems.link_circle'));
  if (ground.apart && kind !== 'co_funds') problems.push(problem('financing:problems.link_guarantee', 'kind'));
  return problems;
}

/** What decided links take off a pledge now, by their kind; in its own currency. */
export interface Linked {
  readonly same_money: Amount;
  readonly passes_through: Amount;
  readonly unmatched: Amount;
}
export const linkedTotal = ({ same_money, passes_through, unmatched }: Linked): Amount => plus(same_money, passes_through, unmatched);

/**
 * FL-6: the part of a rung that is counted elsewhere, in the proportion of the pledge, to the minor unit of its currency. The rest is what
 * total B counts, so that the two parts are always the whole rung.
 */
export const linkedPart = (rung: Amount, linked: Amount, pledged: Amount, exponent: number): Amount =>
  (isPositive(pledged) ? new Big(rung).times(linked).div(pledged).round(exponent).toFixed() : zero);
export const netPart = (rung: Amount, linked: Amount, pledged: Amount, exponent: number): Amount => minus(rung, linkedPart(rung, linked, pledged, exponent));
