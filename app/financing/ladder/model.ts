import type { TransactionType } from '#db/reference/iati/transaction-type';
import { type Amount, exceeds, isPositive, minus, plus, shareOf, zero } from '#app/financing/money/model';

/**
 * The ladder of one currency. `announced` is what was first said and never changes; `pledged` is what of it still stands;
 * `spent` is a rung of its own (FI-8).
 */
export interface Ladder {
  readonly announced: Amount;
  readonly pledged: Amount;
  readonly committed: Amount;
  readonly disbursed: Amount;
  readonly spent: Amount;
}
export const rungs = ['announced', 'pledged', 'committed', 'disbursed', 'spent'] as const satisfies readonly (keyof Ladder)[];

export const emptyLadder: Ladder = { announced: zero, pledged: zero, committed: zero, disbursed: zero, spent: zero };

/** What was summed by IATI transaction type, in one currency. */
export type SumsByType = Readonly<Partial<Record<TransactionType, Amount>>>;

/**
 * FI-8, the provider's account: committed 2, disbursed 3, spent 4. What changes the pledge itself after its announcement (a reduction,
 * a cancellation) is a transaction of type 12, so that its reason and its day stay. The receiver's 1 and 11 are never added to it.
 */
export function ladderOfPledge(announced: Amount, sums: SumsByType): Ladder {
  return {
    announced,
    pledged: plus(announced, sums['12'] ?? zero),
    committed: sums['2'] ?? zero,
    disbursed: sums['3'] ?? zero,
    spent: sums['4'] ?? zero,
  };
}

/** FI-8, which types an activity's rungs are taken from: money out of it where it reports any, else money into it; never both. */
export interface Legs {
  readonly committed: '2' | '11';
  readonly disbursed: '3' | '1';
}

export const legsOf = (reported: ReadonlySet<string>): Legs => ({
  committed: reported.has('2') ? '2' : '11',
  disbursed: reported.has('3') ? '3' : '1',
});

/** FI-8, an activity: one leg is summed for each rung. */
export function ladderOfActivity(sums: SumsByType, legs: Legs = legsOf(new Set(Object.keys(sums)))): Omit<Ladder, 'announced' | 'pledged'> {
  return { committed: sums[legs.committed] ?? zero, disbursed: sums[legs.disbursed] ?? zero, spent: sums['4'] ?? zero };
}

/** FI-4: what can still be disbursed before an explanation is asked for; never below nothing. */
export function headroom({ committed, disbursed }: Pick<Ladder, 'committed' | 'disbursed'>): Amount {
  return exceeds(committed, disbursed) ? minus(committed, disbursed) : zero;
}

/** FI-4: whether this payment on top of the others would pass what is committed. Money that comes back never does. */
export function needsExplanation(ladder: Pick<Ladder, 'committed' | 'disbursed'>, payment: Amount): boolean {
  return isPositive(payment) && exceeds(plus(ladder.disbursed, payment), ladder.committed);
}

/** FI-4: a blank is no explanation. */
export const explains = (explanation: string | undefined): boolean => explanation !== undefined && explanation.trim() !== '';

/** How much of the promise is paid, from 0; undefined where nothing stands. */
export const paidShare = ({ pledged, disbursed }: Pick<Ladder, 'pledged' | 'disbursed'>): number | undefined => shareOf(disbursed, pledged);

/**
 * What money over pledges is made of. Each piece is only ever added and split, so that everything summed from them adds up to the last
 * digit, whatever it is summed by (FI-7): what was announced is what was taken back, what is counted elsewhere and what is net; what was
 * disbursed is counted elsewhere, confirmed, or not confirmed for one of three reasons.
 */
export const pieces = [
  'reduced', 'same_money', 'passes_through', 'unmatched', 'net_pledged', 'linked_committed', 'net_committed',
  'linked_disbursed', 'no_record', 'differs', 'contested', 'confirmed', 'linked_spent', 'net_spent',
] as const;
export type Piece = (typeof pieces)[number];

/** Rungs as sums of pieces: gross, as providers say, and disbursed net of links. */
export const rungPieces = {
  announced: ['reduced', 'same_money', 'passes_through', 'unmatched', 'net_pledged'],
  pledged: ['same_money', 'passes_through', 'unmatched', 'net_pledged'],
  committed: ['linked_committed', 'net_committed'],
  disbursed: ['linked_disbursed', 'no_record', 'differs', 'contested', 'confirmed'],
  spent: ['linked_spent', 'net_spent'],
  net_disbursed: ['no_record', 'differs', 'contested', 'confirmed'],
} as const satisfies Readonly<Record<string, readonly Piece[]>>;

/** Every amount that is told of pledges. `announced` is total A, `net_pledged` total B, `confirmed` total C. */
export const amounts = [...rungs, 'net_disbursed', ...pieces] as const;
export type AmountName = (typeof amounts)[number];
export type Counted = Readonly<Record<AmountName, Amount>>;

/** The ladder that is shown wherever money is counted once: total B and what became of it, up to total C. */
export const netRungs = ['net_pledged', 'net_committed', 'net_disbursed', 'confirmed'] as const satisfies readonly AmountName[];

/** How much of total B is paid, from 0; undefined where nothing stands. */
export const paidOfNet = ({ net_pledged, net_disbursed }: Pick<Counted, 'net_pledged' | 'net_disbursed'>): number | undefined => shareOf(net_disbursed, net_pledged);

/** Amounts in the reporting currency over several pledges: `converted` of `pledges` are in it, the others have a row without a rate. */
export interface LadderSum extends Counted {
  readonly pledges: number;
  readonly converted: number;
}
export const nothingCounted = Object.fromEntries(amounts.map((name) => [name, zero])) as Counted;
export const emptySum: LadderSum = { ...nothingCounted, pledges: 0, converted: 0 };

export function addSums(one: LadderSum, other: LadderSum): LadderSum {
  const added = Object.fromEntries(amounts.map((name) => [name, plus(one[name], other[name])])) as Counted;
  return { ...added, pledges: one.pledges + other.pledges, converted: one.converted + other.converted };
}

/** FI-5: cash and what is given in kind are added only under a name that says so; guarantees are contingent and never added. */
export type KindClass = 'cash' | 'in_kind' | 'guarantee';

export interface Money {
  /** Cash and in kind together. */
  readonly total: LadderSum;
  /** The part of the total that is in kind, valued by its providers. */
  readonly inKind: LadderSum;
  /** Beside the total, not in it. */
  readonly guarantees: LadderSum;
}
export const noMoney: Money = { total: emptySum, inKind: emptySum, guarantees: emptySum };

/** Puts sums by class together, FI-5. */
export function moneyOf(sums: readonly (LadderSum & { readonly class: KindClass })[]): Money {
  const of = (...classes: readonly KindClass[]): LadderSum => {
    const [first = emptySum, ...others] = sums.filter((one) => classes.includes(one.class));
    return others.reduce<LadderSum>(addSums, first);
  };
  return { total: of('cash', 'in_kind'), inKind: of('in_kind'), guarantees: of('guarantee') };
}
