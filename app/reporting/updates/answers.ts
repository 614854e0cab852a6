import type { Day } from '#app/platform/clock';
import { completionOf, type Answer, type Completion, type MissingReason } from './model';
import type { UpdateForm } from './operations.server';
import type { Entry } from './queries.server';

/** What was typed for one commitment. Values by goal, as decimal strings; null is what was left open. */
export interface Typed {
  readonly seen: number | undefined;
  readonly answer: Answer;
  readonly completion: Completion | null;
  readonly as_of: Day | null;
  readonly narrative: string | null;
  readonly barriers: string | null;
  readonly enablers: string | null;
  readonly equity: string | null;
  readonly evidence_title: string | null;
  readonly evidence_url: string | null;
  readonly evidence_file: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly also_reported_to: readonly string[];
  readonly values: Readonly<Record<string, string | null>>;
  /** Why a goal is left open, by goal. */
  readonly missing: Readonly<Record<string, MissingReason>>;
}

/**
 * Makes an update of what was typed. "Nothing changed" confirms the last values as they are; a goal that was left open is missing
 * with its reason, never nought.
 */
export function updateOf(entry: Pick<Entry, 'goals' | 'before'>, typed: Typed, { today, language }: { readonly today: Day; readonly language: string }): UpdateForm {
  const unchanged = typed.answer === 'nothing_changed';
  const values = entry.goals.map((goal) => {
    const value = unchanged ? goal.last_value : (typed.values[goal.id] ?? null);
    return { goal_id: goal.id, value, missing: value === null ? (typed.missing[goal.id] ?? 'not_assessed') : null };
  });
  const reached = completionOf(entry.goals.map((goal, at) => ({ baseline: goal.baseline_value, target: goal.target_value, value: values[at]?.value ?? null })));
  const last = entry.before?.completion as Completion | null | undefined;
  const { narrative, barriers, enablers, equity, seen } = typed;
  return {
    answer: typed.answer, narrative, barriers, enablers, equity, seen, language, values,
    completion: typed.answer === 'finished' ? 'complete' : unchanged ? (last ?? reached) : (typed.completion ?? reached),
    as_of: unchanged ? today : (typed.as_of ?? today),
    also_reported_to: typed.also_reported_to, evidence: documentsOf(typed),
  };
}

/** The documents that were given along: an address, a file, or both. */
function documentsOf({ evidence_title: title, evidence_url: url, evidence_file: file }: Typed): NonNullable<UpdateForm['evidence']> {
  return [...(url === null ? [] : [{ title: title ?? url, url, file: null }]), ...(file === null ? [] : [{ title: title ?? file.name, url: null, file }])];
}
