/** Who says so. Each rung holds what the one below it holds; a contested one waits until somebody independent has settled it. */
export const rungs = ['self_reported', 'evidence_attached', 'secretariat_checked', 'independently_verified'] as const;
export type Rung = (typeof rungs)[number];
export const verifications = [...rungs, 'contested'] as const;
export type Verification = (typeof verifications)[number];

/** How many claims stand on each rung; those of whom nothing was accepted yet stand on none. */
export type Split = Readonly<Partial<Record<Verification, number>>>;
/** The split of what was counted by rung, whatever else it was counted by. */
export function splitByRung(counted: readonly { readonly rung: Verification | null; readonly count: number }[]): Split {
  const split: Partial<Record<Verification, number>> = {};
  for (const { rung, count } of counted) if (rung !== null) split[rung] = (split[rung] ?? 0) + count;
  return split;
}

/** How somebody looked. */
export const methods = ['document', 'call', 'visit', 'data_comparison', 'other'] as const;
export type Method = (typeof methods)[number];

/** An update stands where the least checked of its values stands; what is contested is said first. */
export function rungOf(values: readonly Verification[]): Verification | undefined {
  return values.includes('contested') ? 'contested' : rungs.find((rung) => values.includes(rung));
}
