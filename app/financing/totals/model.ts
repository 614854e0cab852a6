import type { Ladder, Money } from '#app/financing/ladder/model';
import type { PledgeKind } from '#app/financing/pledges/model';

/** Money under a name: a provider, a region, a year. The key is what the list of pledges it was added from is asked for. */
export interface MoneyRow {
  readonly key: string;
  readonly name: string;
  readonly money: Money;
}

/** A clause with all under it; `key` spells it as the list of pledges is asked for it. */
export interface ClauseRow extends MoneyRow {
  readonly code: string;
  /** Topmost clauses, together with what is for none, add up to the whole. */
  readonly topmost: boolean;
}

/** Pledges whose rows lack a rate, in their own currency: part of no total. */
export interface Unconverted {
  readonly currency: string;
  readonly pledges: number;
  readonly announced: string;
}

/** What the financing page shows. */
export interface FinancingTotals {
  readonly all: Money;
  readonly unconverted: readonly Unconverted[];
  /** By the year of announcement, oldest first. */
  readonly years: readonly MoneyRow[];
  /** Largest first. Keys are parties: `country:KE`, `organisation:<id>`. */
  readonly providers: readonly MoneyRow[];
  /** By M49 region of the recipients, smallest first; the key is '' for recipients that are no country, and pledges that name none. */
  readonly regions: readonly MoneyRow[];
  /** Recipients by name, largest first; '' for pledges that name none. */
  readonly recipients: readonly MoneyRow[];
  /** In the order of their texts; the last, with the key '', is for what serves no clause. */
  readonly clauses: readonly ClauseRow[];
  readonly kinds: readonly { readonly kind: PledgeKind; readonly money: Money }[];
  readonly newMoney: readonly { readonly answer: 'yes' | 'repackaged' | 'unknown'; readonly money: Money }[];
  /** Of those who give what can still come, how many told of a payment or an update of the last twelve months. */
  readonly givers: { readonly reporting: number; readonly of: number };
  /** The instant of the last change that is in the sums; null before there is one. */
  readonly changedAt: string | null;
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
