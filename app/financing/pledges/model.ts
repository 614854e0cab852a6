import { isPositive, isZero, exceeds, minus, totalsHundred, fitsExponent, type Amount } from '#app/financing/money/model';
import type { Ladder } from '#app/financing/ladder/model';
import { problem, type Problem } from '#app/access/result';
import { isId } from '#app/platform/identity';
import type { Tone } from '#app/ui/tag';
import { REGIONS } from '#db/reference/regions';

export const pledgeKinds = ['cash', 'in_kind', 'guarantee', 'technical_assistance', 'connectivity', 'devices', 'content'] as const;
export type PledgeKind = (typeof pledgeKinds)[number];

/** FI-9: how a gift in kind was valued. `not_recorded` stands for pledges of before it was asked; forms do not offer it. */
export const valuationMethods = ['market_price', 'cost', 'replacement', 'appraisal', 'estimate'] as const;
export type ValuationMethod = (typeof valuationMethods)[number] | 'not_recorded';

/** What is neither money nor a promise to stand in for it has a value that somebody worked out. */
export const isValued = (kind: PledgeKind): boolean => kind !== 'cash' && kind !== 'guarantee';

export const pledgeStatuses = ['announced', 'confirmed', 'partly_committed', 'committed', 'fulfilled', 'reduced', 'cancelled'] as const;
export type PledgeStatus = (typeof pledgeStatuses)[number];

export const newMoneyAnswers = ['yes', 'repackaged', 'unknown'] as const;
export const visibilities = ['public', 'members', 'coalition', 'private'] as const;

export const statusTones: Readonly<Record<PledgeStatus, Tone>> = {
  announced: 'draft', confirmed: 'prog', partly_committed: 'prog', committed: 'prog', fulfilled: 'ok', reduced: 'late', cancelled: 'none',
};

/** Who gives or receives: `country:KE` or `organisation:<id>`, as forms and filters post it. */
export interface Party {
  readonly organisation_id: string | null;
  readonly country_iso2: string | null;
}

export function readParty(text: string): Party | undefined {
  const [, country, organisation = ''] = /^(?:country:([A-Z]{2})|organisation:(.+))$/.exec(text) ?? [];
  if (country !== undefined) return { organisation_id: null, country_iso2: country };
  return isId(organisation) ? { organisation_id: organisation, country_iso2: null } : undefined;
}

export const partyKey = (party: Party): string => (party.country_iso2 === null ? `organisation:${party.organisation_id ?? ''}` : `country:${party.country_iso2}`);

/** Who receives: a party, or a region of M49 (`region:202`). */
export interface RecipientParty extends Party {
  readonly region_m49?: string | null | undefined;
}

export function readRecipient(text: string): RecipientParty | undefined {
  if (!text.startsWith('region:')) return readParty(text);
  const region = REGIONS.find(({ m49 }) => text === `region:${m49}`);
  return region && { organisation_id: null, country_iso2: null, region_m49: region.m49 };
}

export const recipientKey = (party: RecipientParty): string => (typeof party.region_m49 === 'string' ? `region:${party.region_m49}` : partyKey(party));

/** What a pledge says, as far as rules look at it. */
export interface PledgeTerms {
  readonly kind: PledgeKind;
  readonly valuation_method?: ValuationMethod | undefined;
  readonly valued_on?: string | undefined;
  readonly amount: Amount;
  readonly announced_on: string;
  readonly starts_on?: string | undefined;
  readonly ends_on?: string | undefined;
  readonly recipients: readonly { readonly party: RecipientParty; readonly share: string }[];
}

/** Everything that is wrong with the terms at once. `exponent` is that of the currency, undefined for one that is not in use. */
export function termProblems(terms: PledgeTerms, exponent: number | undefined, today: string): Problem[] {
  const problems: Problem[] = [];
  if (exponent === undefined) problems.push(problem('financing:problems.currency', 'currency'));
  else if (!fitsExponent(terms.amount, exponent)) problems.push(problem('financing:problems.decimals', 'amount', { count: exponent }));
  if (isZero(terms.amount)) problems.push(problem('financing:problems.positive_amount', 'amount'));
  if (terms.announced_on > today) problems.push(problem('financing:problems.future_date', 'announced_on'));
  if (terms.starts_on !== undefined && terms.ends_on !== undefined && terms.ends_on < terms.starts_on) problems.push(problem('financing:problems.end_before_start', 'ends_on'));
  problems.push(...valuationProblems(terms, today));
  const keys = terms.recipients.map(({ party }) => recipientKey(party));
  if (new Set(keys).size < keys.length) problems.push(problem('financing:problems.recipient_twice', 'recipients'));
  // FI-3
  if (terms.recipients.length > 0 && !totalsHundred(terms.recipients.map(({ share }) => share))) problems.push(problem('financing:problems.shares_not_100', 'recipients'));
  return problems;
}

/** FI-9. In kind: method and date, both of them; for other kinds that are valued, both or neither; money is its own value. */
function valuationProblems({ kind, valuation_method, valued_on }: PledgeTerms, today: string): Problem[] {
  const problems: Problem[] = [];
  if (!isValued(kind)) {
    if (valuation_method !== undefined || valued_on !== undefined) problems.push(problem('financing:problems.valuation_of_money', 'valuation_method'));
    return problems;
  }
  const needed = kind === 'in_kind' || valuation_method !== undefined || valued_on !== undefined;
  if (needed && valuation_method === undefined) problems.push(problem('financing:problems.valuation_method', 'valuation_method'));
  if (needed && valued_on === undefined) problems.push(problem('financing:problems.valued_on', 'valued_on'));
  if (valued_on !== undefined && valued_on > today) problems.push(problem('financing:problems.future_date', 'valued_on'));
  return problems;
}

/** Where a pledge stands after its ladder moved. A reduction or cancellation stays what it is until it is reversed itself. */
export function statusAfter(before: PledgeStatus, ladder: Ladder): PledgeStatus {
  const withdrawn = exceeds(ladder.announced, ladder.pledged);
  if (withdrawn && (before === 'reduced' || before === 'cancelled')) return before;
  if (!exceeds(ladder.pledged, ladder.disbursed)) return 'fulfilled';
  if (!exceeds(ladder.pledged, ladder.committed)) return 'committed';
  if (isPositive(ladder.committed) || isPositive(ladder.disbursed)) return 'partly_committed';
  // Who has once committed or confirmed has confirmed; a reversal does not take that back.
  return before === 'announced' ? 'announced' : 'confirmed';
}

/** Its terms can change only until somebody else has confirmed them. */
export const isEditable = (status: PledgeStatus): boolean => status === 'announced';

/** What a reduction to `amount` takes away, or what is wrong with it: below what stands, and not below what is paid. */
export function reductionOf(ladder: Ladder, amount: Amount): { readonly less: Amount } | Problem {
  if (!exceeds(ladder.pledged, amount)) return problem('financing:problems.not_less', 'amount');
  if (exceeds(ladder.disbursed, amount)) return problem('financing:problems.below_paid', 'amount');
  return { less: minus(ladder.pledged, amount) };
}

/** A cancellation takes away everything that is not paid yet. */
export function cancellationOf(ladder: Ladder): { readonly less: Amount } | Problem {
  const less = minus(ladder.pledged, ladder.disbursed);
  return isPositive(less) ? { less } : problem('financing:problems.nothing_to_cancel');
}
