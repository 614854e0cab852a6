import type { SubmissionResult } from '@conform-to/react';
import { rows, text, unitValues, type WhatValues } from '../drafting/values';
import type { Promised, PromisedGoal } from './model';

/** The form's values as text, as they were typed or as they stand. */
export interface AmendmentValues {
  readonly title: string;
  readonly action: string;
  readonly lead: string;
  readonly starts_on: string;
  readonly reason: string;
  readonly countries: WhatValues['countries'];
  readonly goals: readonly AmendedGoal[];
}
export type AmendedGoal = Readonly<Record<(typeof goalNames)[number], string>>;
const goalNames = ['statement', 'unit', 'unit_other', 'baseline_value', 'baseline_year', 'target_value', 'target_on', 'target_words'] as const;

/** What stands now: the form begins with it. */
export function standingValues(promised: Promised): AmendmentValues {
  return {
    title: promised.title, action: promised.action ?? '', lead: promised.lead.ref, starts_on: promised.starts_on ?? '', reason: '',
    countries: promised.countries.map(({ country_iso2, share }) => ({ country_iso2, share: promised.countries.length === 1 ? '' : (share ?? '') })),
    goals: promised.goals.map(goalValues),
  };
}

function goalValues({ statement, unit, baseline_value, baseline_year, target_value, target_on, target_words }: PromisedGoal): AmendedGoal {
  return {
    statement: statement ?? '', ...unitValues(unit), baseline_value: baseline_value ?? '', baseline_year: baseline_year === null ? '' : String(baseline_year),
    target_value: target_value ?? '', target_on: target_on ?? '', target_words: target_words ?? '',
  };
}

/** What was typed, when the form came back; else undefined. */
export function typedValues(last: SubmissionResult<string[]> | undefined): AmendmentValues | undefined {
  const given = last?.initialValue as Readonly<Record<string, unknown>> | null | undefined;
  if (given == null) return undefined;
  return {
    title: text(given['title']), action: text(given['action']), lead: text(given['lead']), starts_on: text(given['starts_on']), reason: text(given['reason']),
    countries: rows(given['countries']).map((row) => ({ country_iso2: text(row['country_iso2']), share: text(row['share']) })),
    goals: rows(given['goals']).map((row) => Object.fromEntries(goalNames.map((name) => [name, text(row[name])])) as unknown as AmendedGoal),
  };
}
