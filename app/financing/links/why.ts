import type { Counted } from '#app/financing/ladder/model';
import { isPositive, isZero, zero, type Amount } from '#app/financing/money/model';
import type { PledgeKind, PledgeStatus } from '#app/financing/pledges/model';

/** Why something of a pledge is not in a total. */
export const whys = ['guarantee', 'not_converted', 'cancelled', 'reduced', 'same_money', 'passes_through', 'unmatched', 'not_paid', 'linked', 'no_record', 'differs', 'contested'] as const;
export type Why = (typeof whys)[number];

/** What of a pledge is in one of the three totals, in its own currency: the whole is what is counted and what is not, and why. */
export interface InTotal {
  readonly total: 'a' | 'b' | 'c';
  readonly how: 'full' | 'part' | 'none';
  /** Of what was announced (A, B), or paid out (C). */
  readonly whole: Amount;
  readonly counted: Amount;
  readonly less: readonly { readonly why: Why; readonly amount: Amount }[];
}

/** A pledge as far as the question goes. */
export interface Asked {
  readonly kind: PledgeKind;
  readonly status: PledgeStatus;
  /** Every row of it has a rate (FI-6). */
  readonly converted: boolean;
  readonly ladder: Pick<Counted, 'announced' | 'reduced' | 'same_money' | 'passes_through' | 'unmatched' | 'net_pledged' | 'disbursed' | 'linked_disbursed' | 'no_record' | 'differs' | 'contested' | 'confirmed'>;
}

/** "Why is this not in the total?", answered for A, B and C. A guarantee and what has no rate are in none of them (FI-5, FI-6). */
export function whyOf({ kind, status, converted, ladder }: Asked): readonly InTotal[] {
  const none: Why | undefined = kind === 'guarantee' ? 'guarantee' : converted ? undefined : 'not_converted';
  const part = (total: InTotal['total'], whole: Amount, counted: Amount, less: readonly (readonly [Why, Amount])[]): InTotal => {
    if (none !== undefined) return { total, how: 'none', whole, counted: zero, less: [{ why: none, amount: whole }] };
    const said = less.filter(([, amount]) => !isZero(amount)).map(([why, amount]) => ({ why, amount }));
    return { total, how: !isPositive(counted) ? 'none' : said.length === 0 ? 'full' : 'part', whole, counted, less: said };
  };
  const { announced, reduced, same_money, passes_through, unmatched, net_pledged, disbursed, linked_disbursed, no_record, differs, contested, confirmed } = ladder;
  return [
    part('a', announced, announced, []),
    part('b', announced, net_pledged, [[status === 'cancelled' ? 'cancelled' : 'reduced', reduced], ['same_money', same_money], ['passes_through', passes_through], ['unmatched', unmatched]]),
    isZero(disbursed) && none === undefined ? { total: 'c', how: 'none', whole: zero, counted: zero, less: [{ why: 'not_paid', amount: zero }] }
      : part('c', disbursed, confirmed, [['linked', linked_disbursed], ['no_record', no_record], ['differs', differs], ['contested', contested]]),
  ];
}

/** For files: why not all of it is in total B, by the names of the reasons; null where all is. */
export const notInTotalReason = (asked: Asked): string | null => whyOf(asked).find(({ total }) => total === 'b')?.less.map(({ why }) => why).join('|') || null;
