import type { Ladder, Money } from '#app/financing/ladder/model';
import type { PledgeKind } from '#app/financing/pledges/model';

/** Money under a name: a provider, a region, a year. `href` parameters are those of the list of pledges it was added from. */
export interface MoneyRow {
  readonly key: string;
  readonly name: string;
  readonly money: Money;
}

/** Pledges whose rows lack a rate, in their own currency: part of no total in US dollars. */
export interface Unconverted {
  readonly currency: string;
  readonly pledges: number;
  readonly announced: string;
}

/** What the financing page shows; every sum over pledges is total A unless it says otherwise. */
export interface FinancingTotals {
  readonly all: Money;
  readonly unconverted: readonly Unconverted[];
  /** By the year of announcement, oldest first. */
  readonly years: readonly MoneyRow[];
  /** Largest first. Keys are parties: `country:KE`, `organisation:<id>`. */
  readonly providers: readonly MoneyRow[];
  /** By M49 region of the recipients, smallest first; the key is '' for recipients that are no country, and pledges that name none. */
  readonly regions: readonly MoneyRow[];
  readonly kinds: readonly { readonly kind: PledgeKind; readonly money: Money }[];
  readonly newMoney: readonly { readonly answer: 'yes' | 'repackaged' | 'unknown'; readonly money: Money }[];
  readonly published: PublishedTotals;
}

/** What published aid data says, never added to pledges. */
export interface PublishedTotals {
  readonly activities: number;
  readonly transactions: number;
  /** Transactions without a rate: in no sum. */
  readonly unconverted: number;
  readonly ladder: Omit<Ladder, 'announced' | 'pledged'>;
}
