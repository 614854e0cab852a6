import { isMended, type Remark } from '#app/records/remarks/model';

/** The fields at which something can be asked, by step, as their forms call them. */
export const whatFields = ['title', 'action', 'type', 'nodes', 'beneficiaries', 'learner_data', 'problem', 'countries', 'origin', 'language', 'visibility'] as const;
export const goalFields = ['statement', 'target_value', 'unit', 'target_year', 'baseline_value', 'method'] as const;
export const dateFields = ['starts_on'] as const;
export type WhatField = (typeof whatFields)[number];
export type GoalField = (typeof goalFields)[number];
export type RemarkField = WhatField | GoalField | (typeof dateFields)[number];

/** The words that stand at a field, as keys of the catalogue. */
export const fieldWords: Readonly<Record<RemarkField, string>> = {
  title: 'form.title', action: 'form.action', type: 'form.type', nodes: 'form.clauses', beneficiaries: 'form.groups', learner_data: 'form.learner_data', problem: 'form.problem', countries: 'form.countries',
  origin: 'form.origin', language: 'form.language', visibility: 'form.visibility', starts_on: 'form.starts_on',
  statement: 'form.statement', target_value: 'form.target', unit: 'form.unit', target_year: 'form.year', baseline_value: 'form.baseline', method: 'form.method',
};
export const isRemarkField = (field: string): field is RemarkField => field in fieldWords;
export const isGoalField = (field: string): field is GoalField => goalFields.some((one) => one === field);

/** The answers of a draft, as they are kept. */
export interface Answered {
  readonly title: string;
  readonly action: string | null;
  readonly type: string | null;
  readonly problem: string | null;
  readonly origin: string | null;
  readonly language: string;
  readonly visibility: string;
  readonly starts_on: string | null;
  readonly learner_data: boolean | null;
  readonly nodes: readonly string[];
  readonly beneficiaries: readonly string[];
  readonly countries: readonly { readonly country_iso2: string; readonly share: string | null }[];
  readonly goals: readonly AnsweredGoal[];
}
export interface AnsweredGoal {
  readonly id: string;
  readonly statement: string | null;
  readonly target_value: string | null;
  readonly unit: string | null;
  readonly target_on: string | null;
  readonly baseline_value: string | null;
  readonly baseline_year: number | null;
  readonly method: string | null;
}

/** What stands in a field, as one text: enough to see that it has changed. */
export function saidIn(draft: Answered, field: string, goal_id: string | null): string | null {
  const goal = draft.goals.find((one) => one.id === goal_id);
  if (goal_id !== null) return goal === undefined || !isGoalField(field) ? null : saidOfGoal(goal, field);
  switch (field) {
    case 'nodes': return draft.nodes.toSorted().join(' ');
    case 'beneficiaries': return draft.beneficiaries.toSorted().join(' ');
    case 'countries': return draft.countries.map(({ country_iso2, share }) => `${country_iso2}:${share ?? ''}`).toSorted().join(' ');
    case 'learner_data': return draft.learner_data === null ? null : String(draft.learner_data);
    case 'title': case 'action': case 'type': case 'problem': case 'origin': case 'language': case 'visibility': case 'starts_on': return draft[field];
    default: return null;
  }
}

function saidOfGoal(goal: AnsweredGoal, field: GoalField): string | null {
  if (field === 'target_year') return goal.target_on?.slice(0, 4) ?? null;
  if (field === 'baseline_value') return goal.baseline_value === null ? null : `${goal.baseline_value} ${goal.baseline_year ?? ''}`;
  return goal[field];
}

/** A remark as its reader meets it: at which step, under which name its field posts, and whether another answer stands there since. */
export interface Asked extends Remark {
  readonly step: 'what' | 'measure';
  readonly name: string;
  /** The number of the goal, from 1; null where it is about no goal. */
  readonly number: number | null;
  readonly mended: boolean;
}

export function askedOf(draft: Answered, remarks: readonly Remark[]): Asked[] {
  return remarks.map((remark) => {
    const at = draft.goals.findIndex((goal) => goal.id === remark.goal_id);
    const ofGoal = remark.goal_id !== null && at !== -1;
    return {
      ...remark, step: ofGoal || remark.field === 'starts_on' ? 'measure' : 'what', name: ofGoal ? `goals[${at}].${remark.field}` : remark.field, number: ofGoal ? at + 1 : null,
      mended: isMended(remark, saidIn(draft, remark.field, remark.goal_id)),
    };
  });
}

/** What each field of the forms says is asked of it. */
export const asksOf = (asked: readonly Asked[]): Readonly<Record<string, { readonly note: string; readonly mended: boolean }>> =>
  Object.fromEntries(asked.map(({ name, note, mended }) => [name, { note, mended }]));
