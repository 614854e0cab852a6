/** Why a figure is not what it was in the report before; every difference is the sum of these and of nothing else. */
export const effects = ['new', 'changed', 'withdrawn', 'restated', 'rate'] as const;
export type Effect = (typeof effects)[number];

/** Decimal strings: `after - before = difference`, and the effects add up to it to the last digit. */
export interface DifferenceRow extends Readonly<Record<Effect, string>> {
  readonly part: string;
  /** Where each row has its own. */
  readonly currency: string | null;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
}

/** Against what: the report of an earlier year, by its reference, its day and the hash of its snapshot. */
export interface Earlier {
  readonly ref: string;
  readonly year: number;
  readonly as_of: string;
  readonly sha256: string;
}

export interface FigureDifference {
  readonly against: Earlier;
  /** Parts in the order of the figure; those that are no more come last. The whole stands at the end, under `''`, where the parts have a sum. */
  readonly rows: readonly DifferenceRow[];
}
