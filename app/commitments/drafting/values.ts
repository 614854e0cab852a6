import type { SubmissionResult } from '@conform-to/react';
import { versionName } from '#app/form/hidden';
import { languageValues } from '#app/languages/content';
import type { Begun } from '../about';
import { anotherUnit, isUnit } from '../model';
import { isInWords } from './model';
import type { Draft, DraftGoal } from './queries.server';

/** The forms' values as text, as they were typed or as they are stored. */
export interface WhatValues {
  readonly title: string;
  readonly action: string;
  readonly problem: string;
  readonly type: string;
  readonly nodes: readonly string[];
  readonly beneficiaries: readonly string[];
  readonly countries: readonly { readonly country_iso2: string; readonly share: string }[];
  readonly learner_data: string;
  readonly language: string;
  readonly language_other: string;
  readonly origin: string;
  readonly visibility: string;
  readonly embargo_until: string;
  readonly lead: string;
  /** The word of the coalition; empty for the usual one. */
  readonly coalition: string;
}
export interface GoalValues {
  readonly statement: string;
  readonly target_value: string;
  readonly unit: string;
  readonly unit_other: string;
  readonly target_year: string;
  readonly baseline: string;
  readonly baseline_value: string;
  readonly baseline_year: string;
  readonly method: string;
  readonly measure: string;
  readonly target_words: string;
  readonly scale: string;
  readonly indicator: string;
  readonly direction: string;
  readonly cumulative: string;
  readonly baseline_source: string;
  readonly disaggregations: readonly string[];
}
export interface MeasureValues {
  readonly starts_on: string;
  readonly goals: readonly GoalValues[];
}

type Last = SubmissionResult<string[]> | undefined;
type Given = Readonly<Record<string, unknown>>;

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const many = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : typeof value === 'string' ? [value] : []);
export const rows = (value: unknown): Given[] => (Array.isArray(value) ? value.map((row) => (typeof row === 'object' && row !== null ? (row as Given) : {})) : []);

/** What was typed, when the form came back; else undefined. */
export const typedWhat = (last: Last): WhatValues | undefined => (last?.initialValue == null ? undefined : whatFrom(last.initialValue));
export const typedMeasure = (last: Last): MeasureValues | undefined => (last?.initialValue == null ? undefined : measureFrom(last.initialValue));

function whatFrom(given: Given): WhatValues {
  return {
    title: text(given['title']), action: text(given['action']), problem: text(given['problem']), type: text(given['type']), nodes: many(given['nodes']), beneficiaries: many(given['beneficiaries']),
    countries: rows(given['countries']).map((row) => ({ country_iso2: text(row['country_iso2']), share: text(row['share']) })),
    learner_data: text(given['learner_data']), language: text(given['language']), language_other: text(given['language_other']), origin: text(given['origin']), visibility: text(given['visibility']), embargo_until: text(given['embargo_until']), lead: text(given['lead']), coalition: text(given['coalition']),
  };
}

const goalNames = ['statement', 'target_value', 'unit', 'unit_other', 'target_year', 'baseline', 'baseline_value', 'baseline_year', 'method', 'measure', 'target_words', 'scale', 'indicator', 'direction', 'cumulative', 'baseline_source'] as const;
const measureFrom = (given: Given): MeasureValues => ({
  starts_on: text(given['starts_on']),
  goals: rows(given['goals']).map((row) => ({ ...Object.fromEntries(goalNames.map((name) => [name, text(row[name])])), disaggregations: many(row['disaggregations']) }) as unknown as GoalValues),
});

/** What stands in the draft. */
export function storedWhat(draft: Draft): WhatValues {
  return {
    title: draft.title, action: draft.action ?? '', problem: draft.problem ?? '', type: draft.type ?? '', nodes: draft.nodes, beneficiaries: draft.beneficiaries,
    countries: draft.countries.map(({ country_iso2, share }) => ({ country_iso2, share: draft.countries.length === 1 ? '' : (share ?? '') })),
    learner_data: draft.learner_data === null ? '' : draft.learner_data ? 'yes' : 'no', ...languageValues(draft.language), origin: draft.origin ?? '',
    visibility: draft.visibility, embargo_until: draft.embargo_until ?? '', lead: '', coalition: '',
  };
}

export const storedMeasure = (draft: Draft): MeasureValues => ({ starts_on: draft.starts_on ?? '', goals: draft.goals.map(storedGoal) });

/** What is counted, as two fields say it: one of the list, or other words. */
export const unitValues = (unit: string | null): { readonly unit: string; readonly unit_other: string } =>
  unit === null || isUnit(unit) ? { unit: unit ?? '', unit_other: '' } : { unit: anotherUnit, unit_other: unit };

function storedGoal(goal: DraftGoal): GoalValues {
  return {
    statement: goal.statement ?? '', target_value: goal.target_value ?? '', ...unitValues(goal.unit),
    target_year: goal.target_on?.slice(0, 4) ?? '', baseline: goal.baseline_value === null ? 'unknown' : 'known', baseline_value: goal.baseline_value ?? '',
    baseline_year: goal.baseline_year === null ? '' : String(goal.baseline_year), method: goal.method ?? '',
    measure: isInWords(goal.measure) ? goal.measure : '', target_words: goal.target_words ?? '', scale: goal.scale.join('\n'), indicator: goal.indicator ?? '', direction: goal.ascending ? '' : 'down',
    cumulative: goal.cumulative ? '' : 'no', baseline_source: goal.baseline_source ?? '', disaggregations: goal.disaggregations,
  };
}

export const emptyWhat = (language: string, { country, nodes, beneficiaries }: Begun, origin = '', lead = ''): WhatValues => ({
  title: '', action: '', problem: '', type: '', nodes, beneficiaries, countries: country === undefined ? [] : [{ country_iso2: country, share: '' }],
  learner_data: '', language, language_other: '', origin, visibility: 'public', embargo_until: '', lead, coalition: '',
});
export const emptyGoal: GoalValues = { statement: '', target_value: '', unit: '', unit_other: '', target_year: '', baseline: 'unknown', baseline_value: '', baseline_year: '', method: '', measure: '', target_words: '', scale: '', indicator: '', direction: '', cumulative: '', baseline_source: '', disaggregations: [] };

/** The messages of one field. */
export const errorsIn = (last: Last) => (name: string): readonly string[] | undefined => last?.error?.[name] ?? undefined;

/** All messages, as the summary wants them. */
export const allErrors = (last: Last): Readonly<Record<string, readonly string[] | null | undefined>> => last?.error ?? {};

/** Whether somebody else saved the draft while this form was being filled in. */
export function meanwhile(last: Last, version: number): boolean {
  const seen = text(last?.initialValue?.[versionName]);
  return seen !== '' && seen !== String(version);
}
