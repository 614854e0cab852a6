import { problem, type Problem } from '#app/access/result';
import { exceeds, fitsExponent, isPositive, isZero, minus, negated, plus, zero, type Amount } from '#app/financing/money/model';
import { explains, needsExplanation, type Ladder } from '#app/financing/ladder/model';
import type { Language } from '#app/languages/language';
import type { PledgeKind } from '#app/financing/pledges/model';
import { findCode } from '#db/reference/codes';
import { TRANSACTION_TYPES } from '#db/reference/iati/transaction-type';

/**
 * What a person records on a pledge, the provider's own account (FI-8): outgoing commitment, disbursement, expenditure; of a guarantee also that it
 * was given (10). A reimbursement (7) is in IATI's own words a disbursement: it is recorded as 3, so that the ladder counts it.
 */
export const recordableTypes = ['2', '3', '4', '10'] as const;
export const recordableOn = (kind: PledgeKind): readonly RecordableType[] => recordableTypes.filter((type) => type !== '10' || kind === 'guarantee');
export type RecordableType = (typeof recordableTypes)[number];

/** What the published rows of a source say in place of an explanation (FI-4). Kept as it is; pages translate it. */
export const asPublished = 'as published by the source';

/** Why a published transaction was reversed (FI-1): a later edition of its source says otherwise. Kept as it is; pages translate it. */
export const changedAtSource = 'changed by the source';

/** The name of an IATI transaction type; the code itself where the list does not know it. */
export const typeName = (code: string, language: Language): string => findCode(TRANSACTION_TYPES, code)?.name[language] ?? code;

export interface TransactionTerms {
  readonly type_code: RecordableType;
  readonly transaction_on: string;
  readonly value: Amount;
  readonly excess_explanation?: string | undefined;
}

/** Everything that is wrong with a transaction before it is recorded, given the ladder of its pledge under the lock. */
export function transactionProblems(terms: TransactionTerms, ladder: Ladder, { kind, exponent, today }: { readonly kind: PledgeKind; readonly exponent: number; readonly today: string }): Problem[] {
  const problems: Problem[] = [];
  if (!recordableOn(kind).includes(terms.type_code)) problems.push(problem('financing:problems.type_of_kind', 'type_code'));
  if (isZero(terms.value)) problems.push(problem('financing:problems.positive_amount', 'value'));
  if (!fitsExponent(terms.value, exponent)) problems.push(problem('financing:problems.decimals', 'value', { count: exponent }));
  // FI-2
  if (terms.transaction_on > today) problems.push(problem('financing:problems.future_date', 'transaction_on'));
  // FI-4
  if (terms.type_code === '3' && !explains(terms.excess_explanation) && needsExplanation(ladder, terms.value)) {
    problems.push(problem('financing:problems.beyond_commitment', 'excess_explanation'));
  }
  return problems;
}

/** FI-1: what can be reversed: neither a reversal nor what is reversed already, and only what was recorded on a pledge here. */
export function reversalProblem(row: { readonly reversal_of: string | null; readonly reversed_by: string | null }): Problem | undefined {
  if (row.reversal_of !== null) return problem('financing:problems.is_reversal');
  return row.reversed_by === null ? undefined : problem('financing:problems.reversed_already');
}

/** FI-4: whether undoing it leaves more paid than committed: a commitment taken back, or money that had come back and is paid again. */
export function reversalPasses(ladder: Pick<Ladder, 'committed' | 'disbursed'>, row: { readonly type_code: string | null; readonly value: Amount }): boolean {
  if (row.type_code === '3') return needsExplanation(ladder, negated(row.value));
  return row.type_code === '2' && isPositive(row.value) && exceeds(ladder.disbursed, minus(ladder.committed, row.value));
}

/** A transaction of published data on its way in, as far as FI-4 looks at it. */
export interface PublishedTransaction {
  readonly activity: string;
  readonly currency: string;
  readonly type_code: string;
  readonly transaction_on: string;
  readonly value: Amount;
}

/** FI-4 at an activity: it disbursed more than was committed, in one currency. */
export interface Excess {
  readonly activity: string;
  readonly currency: string;
  readonly committed: Amount;
  readonly disbursed: Amount;
}

const key = ({ activity, currency }: Pick<PublishedTransaction, 'activity' | 'currency'>): string => `${activity} ${currency}`;

/**
 * FI-4 for published rows, which explain themselves "as published by the source": the rows whose payment passes what is committed to their
 * activity in their currency, in the order of their dates, and the excess that a person should look at. Commitments count whenever they
 * were made, from one leg (FI-8).
 *
 * @param rows everything that is known of the activities; `isNew` says which of them are coming in
 */
export function publishedExcess<Row extends PublishedTransaction>(rows: readonly Row[], isNew: (row: Row) => boolean): { readonly beyond: ReadonlySet<Row>; readonly excesses: readonly Excess[] } {
  const outgoing = new Set(rows.filter((row) => row.type_code === '2').map((row) => row.activity));
  const ladders = new Map<string, { committed: Amount; disbursed: Amount }>();
  const ladderOf = (row: Row) => ladders.get(key(row)) ?? { committed: zero, disbursed: zero };
  for (const row of rows) {
    if (row.type_code !== (outgoing.has(row.activity) ? '2' : '11')) continue;
    ladders.set(key(row), { committed: plus(ladderOf(row).committed, row.value), disbursed: zero });
  }
  const beyond = new Set<Row>();
  const excesses = new Map<string, Excess>();
  for (const row of rows.filter((one) => one.type_code === '3').toSorted((a, b) => a.transaction_on.localeCompare(b.transaction_on))) {
    const ladder = ladderOf(row);
    const after = { committed: ladder.committed, disbursed: plus(ladder.disbursed, row.value) };
    ladders.set(key(row), after);
    if (!needsExplanation(ladder, row.value) || !isNew(row)) continue;
    beyond.add(row);
    excesses.set(key(row), { activity: row.activity, currency: row.currency, ...after });
  }
  return { beyond, excesses: [...excesses.values()] };
}
