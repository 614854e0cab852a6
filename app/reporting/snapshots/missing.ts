import { paths } from '#app/paths';
import type { Language } from '#app/languages/language';

/** What can be missing when a report is frozen, in the order in which it is told. None of it forbids freezing: who freezes knows, and it is kept. */
export const missingKinds = [
  'cycle_open', 'members_silent', 'updates_not_in', 'updates_in_review', 'updates_returned', 'without_evidence', 'contested', 'not_converted',
  'sections_empty', 'sections_unowned', 'sections_unsigned', 'translations',
] as const;
export type MissingKind = (typeof missingKinds)[number];

export interface Missing {
  readonly kind: MissingKind;
  /** Of the open cycle its days; of translations one for each section and language. */
  readonly count: number;
}

/** What is mended at the board of the cycle, and in which part of it. */
const boardParts: Readonly<Partial<Record<MissingKind, string>>> = { cycle_open: '', members_silent: '#members', updates_not_in: '#members', updates_returned: '#members', updates_in_review: '#review' };
export const atBoard = (kind: MissingKind): boolean => boardParts[kind] !== undefined;

/** Where what is missing is mended. */
export function mendedAt(kind: MissingKind, { ref, cycle_ref }: { readonly ref: string; readonly cycle_ref: string }, language: Language): string {
  const part = boardParts[kind];
  if (part !== undefined) return paths.cycle(cycle_ref) + part;
  switch (kind) {
    case 'without_evidence': return paths.in(language).commitments({ cycle: cycle_ref, verification: 'self_reported' });
    case 'contested': return paths.in(language).commitments({ cycle: cycle_ref, verification: 'contested' });
    case 'not_converted': return paths.in(language).rates();
    default: return `${paths.reportEdit(ref)}#sections`;
  }
}
