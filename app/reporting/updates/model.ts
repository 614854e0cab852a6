import type { Outcome } from '#app/commitments/model';
import { latinDigits } from '#app/languages/digits';
import type { Day } from '#app/platform/clock';

/** What a member says of a commitment in a cycle. */
export const answers = ['nothing_changed', 'update', 'finished', 'stopped'] as const;
export type Answer = (typeof answers)[number];

export const completions = ['no_evidence', 'not_started', 'limited', 'substantial', 'complete'] as const;
export type Completion = (typeof completions)[number];

export const updateStatuses = ['draft', 'submitted', 'returned', 'accepted', 'published'] as const;
export type UpdateStatus = (typeof updateStatuses)[number];

/** Which states may be written in, and which may be decided on. */
export const isWritable = (status: string): boolean => status === 'draft' || status === 'returned';
export const isDecidable = (status: string): boolean => status === 'submitted';

/** Why a goal was not assessed. What is left open without a word is `not_assessed`. */
export const missingReasons = ['not_assessed', 'not_counted', 'no_data', 'not_due', 'method_changed'] as const;
export type MissingReason = (typeof missingReasons)[number];

export interface GoalAnswer {
  readonly goal_id: string;
  /** A decimal string, or null with the reason why it was not assessed. */
  readonly value: string | null;
  readonly missing: string | null;
}

/**
 * A typed number as a decimal string, or undefined. Digits are those of any script, and spaces between groups are how people write large
 * numbers; a comma would be a guess, so it is asked again.
 */
export function typedNumber(text: string): string | undefined {
  const plain = latinDigits(text).replaceAll(/[\s\u00a0\u202f’']/g, '').replace(/^\u2212/, '-');
  return /^-?\d{1,18}(?:\.\d{1,6})?$/.test(plain) ? plain : undefined;
}

/** How accepting an update closes its commitment: reached on the day it names, or stopped before it was. Other answers leave it open. */
export function outcomeOf(answer: string | null, as_of: Day): Outcome | undefined {
  if (answer === 'finished') return { reached_on: as_of };
  return answer === 'stopped' ? { reached_on: null } : undefined;
}

/** One goal on its way, as decimal strings. */
export interface Stretch {
  readonly baseline: string | null;
  readonly target: string | null;
  readonly value: string | null;
}

/** How far it is by its numbers, the furthest behind counting: what the form proposes and a person corrects. */
export function completionOf(goals: readonly Stretch[]): Completion {
  const shares = goals.flatMap(({ baseline, target, value }) => {
    if (target === null || value === null) return [];
    const from = Number(baseline ?? 0);
    const distance = Number(target) - from;
    return [distance === 0 ? Number(value === target) : (Number(value) - from) / distance];
  });
  if (shares.length === 0) return 'no_evidence';
  const least = Math.min(...shares);
  if (least >= 1) return 'complete';
  if (least >= 0.5) return 'substantial';
  return least > 0 ? 'limited' : 'not_started';
}

export interface UpdateCheck {
  readonly code: 'unit_jump' | 'going_back' | 'beyond_target' | 'no_narrative' | 'completion_back' | 'no_evidence';
  readonly goal_id: string | null;
}

/** What an update says besides its values, and what was accepted last. */
export interface Beside {
  readonly answer: string | null;
  readonly completion: string | null;
  readonly completion_before: string | null;
  readonly narrative: string | null;
  readonly documents: number;
}

/**
 * Automatic checks, for who writes an update as advice before it is sent, and for who reads it: a jump by ten, a value or a status going
 * back, a value beyond the target, no words, and no document where something is said to have moved. A check never decides.
 */
export function checksOf(
  values: readonly { readonly goal_id: string; readonly value: number | null; readonly before: number | null; readonly target: number | null; readonly ascending: boolean }[],
  { answer, completion, completion_before, narrative, documents }: Beside,
): UpdateCheck[] {
  const found: UpdateCheck[] = [];
  for (const { goal_id, value, before, target, ascending } of values) {
    if (value === null) continue;
    if (before !== null && before !== 0 && value !== 0 && (value / before >= 10 || before / value >= 10)) found.push({ code: 'unit_jump', goal_id });
    if (before !== null && (ascending ? value < before : value > before)) found.push({ code: 'going_back', goal_id });
    if (target !== null && (ascending ? value > target : value < target)) found.push({ code: 'beyond_target', goal_id });
  }
  const steps = completions.filter((step) => step !== 'no_evidence');
  const [from, to] = [steps.findIndex((step) => step === completion_before), steps.findIndex((step) => step === completion)];
  if (to !== -1 && to < from) found.push({ code: 'completion_back', goal_id: null });
  const moved = answer === 'finished' || values.some(({ value, before }) => value !== null && value !== before);
  if (moved && documents === 0) found.push({ code: 'no_evidence', goal_id: null });
  if ((narrative ?? '').trim() === '') found.push({ code: 'no_narrative', goal_id: null });
  return found;
}
