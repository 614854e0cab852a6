/** What a member says of a commitment in a cycle. */
export const answers = ['nothing_changed', 'update', 'finished', 'stopped'] as const;
export type Answer = (typeof answers)[number];

export const completions = ['no_evidence', 'not_started', 'limited', 'substantial', 'complete'] as const;
export type Completion = (typeof completions)[number];

export const verifications = ['self_reported', 'evidence_attached', 'secretariat_checked', 'independently_verified', 'contested'] as const;
export type Verification = (typeof verifications)[number];

export const updateStatuses = ['draft', 'submitted', 'returned', 'accepted', 'published'] as const;
export type UpdateStatus = (typeof updateStatuses)[number];

/** Which states may be written in, and which may be decided on. */
export const isWritable = (status: string): boolean => status === 'draft' || status === 'returned';
export const isDecidable = (status: string): boolean => status === 'submitted';

export interface GoalAnswer {
  readonly goal_id: string;
  /** A decimal string, or null with the reason why it was not assessed. */
  readonly value: string | null;
  readonly missing: string | null;
}

export interface UpdateCheck {
  readonly code: 'unit_jump' | 'going_back' | 'beyond_target' | 'no_narrative';
  readonly goal_id: string | null;
}

/** Automatic checks that a reviewer sees beside the update: a jump by ten, a value going back, a value beyond the target. */
export function checksOf(
  values: readonly { readonly goal_id: string; readonly value: number | null; readonly before: number | null; readonly target: number | null; readonly ascending: boolean }[],
  narrative: string | null,
): UpdateCheck[] {
  const found: UpdateCheck[] = [];
  for (const { goal_id, value, before, target, ascending } of values) {
    if (value === null) continue;
    if (before !== null && before !== 0 && value !== 0 && (value / before >= 10 || before / value >= 10)) found.push({ code: 'unit_jump', goal_id });
    if (before !== null && (ascending ? value < before : value > before)) found.push({ code: 'going_back', goal_id });
    if (target !== null && (ascending ? value > target : value < target)) found.push({ code: 'beyond_target', goal_id });
  }
  if ((narrative ?? '').trim() === '') found.push({ code: 'no_narrative', goal_id: null });
  return found;
}
