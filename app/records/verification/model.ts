/** Who says so. Each rung holds what the one below it holds; a contested one waits until somebody independent has settled it. */
export const rungs = ['self_reported', 'evidence_attached', 'secretariat_checked', 'independently_verified'] as const;
export type Rung = (typeof rungs)[number];
export const verifications = [...rungs, 'contested'] as const;
export type Verification = (typeof verifications)[number];

/** How somebody looked. */
export const methods = ['document', 'call', 'visit', 'data_comparison', 'other'] as const;
export type Method = (typeof methods)[number];

/** An update stands where the least checked of its values stands; what is contested is said first. */
export function rungOf(values: readonly Verification[]): Verification | undefined {
  return values.includes('contested') ? 'contested' : rungs.find((rung) => values.includes(rung));
}
