import type { Day } from '#app/platform/clock';
import type { CommitmentType, Visibility } from '../model';

/** The steps of logging a commitment, in order. A draft is saved at each; money belongs to financing and can be skipped. */
export const steps = ['what', 'measure', 'money', 'check'] as const;
export type Step = (typeof steps)[number];

/** A country with its share in per cent, a decimal string; alone it needs none. */
export interface CountryShare {
  readonly country_iso2: string;
  readonly share: string | null;
}

/** What will happen. Everything but the title may still be open in a draft. */
export interface What {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly action: string | null;
  readonly problem: string | null;
  readonly type: CommitmentType | null;
  /** Ids of framework nodes. */
  readonly nodes: readonly string[];
  readonly beneficiaries: readonly string[];
  readonly countries: readonly CountryShare[];
  readonly learner_data: boolean | null;
  /** The decision or recommendation that led here, by its reference: `D-2026-014`, `REC-2026-0003`. */
  readonly origin: string | null;
  readonly visibility: Visibility;
  readonly embargo_until: string | null;
}

/** What a goal is: a number, one of several states, one of several states in order, or a description. */
export const measures = ['number', 'nominal', 'ordinal', 'qualitative'] as const;
export type MeasureKind = (typeof measures)[number];
export const isInWords = (measure: string | undefined): boolean => measure === 'nominal' || measure === 'ordinal' || measure === 'qualitative';
/** By what its values are told apart. */
export const disaggregations = ['sex', 'age', 'location', 'disability', 'wealth', 'displacement', 'language', 'level'] as const;

/** What a goal may say besides; without it, it is a number that adds up. */
export interface GoalDetail {
  readonly measure: MeasureKind;
  /** The code of one of `INDICATORS`. */
  readonly indicator: string | null;
  /** Its values add up; else each stands alone. */
  readonly cumulative: boolean;
  readonly baseline_source: string | null;
  readonly disaggregations: readonly string[];
  readonly scale: readonly string[];
  readonly target_words: string | null;
}

/** One goal as it is asked for. Values are decimal strings; a baseline that is not known stays missing, with that as its reason. */
export interface GoalForm {
  readonly statement: string | null;
  readonly target_value: string | null;
  /** One of `units`, or any other words. */
  readonly unit: string | null;
  readonly target_on: Day | null;
  readonly baseline_value: string | null;
  readonly baseline_year: number | null;
  readonly method: string | null;
  readonly ascending: boolean;
  readonly detail?: GoalDetail;
}

/** How it will be known. Without a first day it begins on the day it is submitted. */
export interface Measure {
  readonly starts_on: Day | null;
  readonly goals: readonly GoalForm[];
}

/** What is asked for is a year; another day than its last came from a file. */
export const isYearEnd = (day: Day): boolean => day.endsWith('-12-31');

/** The last day of the last goal: when the commitment ends. */
export function endOf(goals: readonly Pick<GoalForm, 'target_on'>[]): Day | null {
  const days = goals.map((goal) => goal.target_on);
  if (days.length === 0 || days.includes(null)) return null;
  return days.filter((day) => day !== null).reduce((last, day) => (day > last ? day : last));
}

/** Why a baseline is missing. It stays a question with an owner until it is answered. */
export const baselineNotKnown = 'not_known_yet';
