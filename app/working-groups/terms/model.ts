import type { Language } from '#app/languages/language';
import { addDays, type Day } from '#app/platform/clock';
import type { Cadence, DecisionRule } from '#app/working-groups/model';
import type { Minimum } from '#app/working-groups/sessions/model';

/** How a group meets and decides, as a version of its terms of reference says it. */
export interface Terms {
  readonly version: number;
  readonly from_on: Day;
  readonly cadence: Cadence;
  /** Per cent of voting seats. */
  readonly quorum_share: string;
  readonly decision_rule: DecisionRule;
  /** Days of the meeting’s zone between convening and a session. */
  readonly notice_days: number;
  /** Working days for which minutes can be corrected, at least. */
  readonly correction_days: number;
  /** Voting seats of parts of society that must be there, besides the share. */
  readonly minimums: readonly Minimum[];
}

/** What a version says in words, in one language: the terms themselves, and what is new in them. */
export interface TermsText {
  readonly language: Language;
  readonly text: string | null;
  readonly note: string | null;
}

type Begun = Pick<Terms, 'version' | 'from_on'>;

/** TR-2: the version that holds on a day: the latest of those that have begun by then; before the first day of all, the first. */
export function versionOn<One extends Begun>(versions: readonly One[], day: Day): One | undefined {
  const inOrder = versions.toSorted((a, b) => a.version - b.version);
  return inOrder.findLast((one) => one.from_on <= day) ?? inOrder[0];
}

export const termsStates = ['in_force', 'announced', 'earlier', 'replaced'] as const;
export type TermsState = (typeof termsStates)[number];

/** Where a version stands on a day, and its last day where there is one. One that a later version overtook before it began never held. */
export function standingOf(versions: readonly Begun[], one: Begun, today: Day): { readonly state: TermsState; readonly until: Day | null } {
  const later = versions.filter((other) => other.version > one.version).map((other) => other.from_on).toSorted();
  if (later.some((from) => from <= one.from_on)) return { state: 'replaced', until: null };
  const until = later[0] === undefined ? null : addDays(later[0], -1);
  if (versionOn(versions, today)?.version === one.version) return { state: 'in_force', until };
  return { state: one.from_on > today ? 'announced' : 'earlier', until };
}

export const termsFields = ['cadence', 'quorum_share', 'decision_rule', 'notice_days', 'correction_days'] as const;
export type TermsField = (typeof termsFields)[number];

/** One thing that two versions say differently; a minimum that a version does not name is null. */
export type TermsChange =
  | { readonly field: TermsField; readonly before: string; readonly after: string }
  | { readonly field: 'minimum'; readonly constituency: string; readonly before: number | null; readonly after: number | null };

type Said = Omit<Terms, 'version' | 'from_on'>;

/** TR-4: what a version changes, thing by thing. */
export function changesBetween(before: Said, after: Said): readonly TermsChange[] {
  const plain = termsFields.flatMap((field): TermsChange[] => (sameFact(before[field], after[field]) ? [] : [{ field, before: String(before[field]), after: String(after[field]) }]));
  const least = (said: Said, constituency: string) => said.minimums.find((one) => one.constituency === constituency)?.seats ?? null;
  const parts = [...new Set([...before.minimums, ...after.minimums].map((one) => one.constituency))].toSorted();
  return [...plain, ...parts.flatMap((constituency): TermsChange[] => {
    const [was, is] = [least(before, constituency), least(after, constituency)];
    return was === is ? [] : [{ field: 'minimum', constituency, before: was, after: is }];
  })];
}

/** "50" and "50.00" are the same share. */
const sameFact = (a: string | number, b: string | number): boolean => a === b || (!Number.isNaN(Number(a)) && Number(a) === Number(b));
