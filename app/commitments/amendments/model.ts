import { Big } from 'big.js';
import type { CountryShare } from '../drafting/model';
import type { CommitmentRef } from '../model';

/** The life of an amendment: it is asked for, and once decided it stays. */
export const amendmentStates = ['asked', 'approved', 'declined', 'withdrawn'] as const;
export type AmendmentState = (typeof amendmentStates)[number];

/** CO-5: what a promise is, as it is kept in an amendment. Days are `YYYY-MM-DD`, values decimal strings. */
export interface Promised {
  readonly language: string;
  readonly title: string;
  readonly action: string | null;
  readonly lead: PromisedLead;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  /** By their code. */
  readonly countries: readonly CountryShare[];
  /** In their order, which never changes: a promise of something else is another commitment. */
  readonly goals: readonly PromisedGoal[];
}

export interface PromisedLead {
  readonly organisation_id: string | null;
  readonly country_iso2: string | null;
  /** As it was called then. */
  readonly ref: string;
  readonly name: string;
}

export interface PromisedGoal {
  readonly id: string;
  readonly statement: string | null;
  readonly unit: string | null;
  readonly baseline_value: string | null;
  readonly baseline_year: number | null;
  readonly target_value: string | null;
  readonly target_on: string | null;
  /** Of a goal in words alone. */
  readonly target_words?: string | null | undefined;
}

/** One thing that an amendment changes, as plain text; null is missing. */
export interface Change {
  readonly field: PromiseField;
  /** 1 for the first goal; null for the commitment itself. */
  readonly goal: number | null;
  /** What is counted, before and after: for values. */
  readonly units: readonly [string | null, string | null];
  readonly before: string | null;
  readonly after: string | null;
}

/** `KE:60|UG:40`, as files have it. */
export const sharesOf = (countries: readonly CountryShare[]): string | null =>
  countries.length === 0 ? null : countries.map(({ country_iso2, share }) => (share === null ? country_iso2 : `${country_iso2}:${share}`)).join('|');

const headFields = {
  title: (one) => one.title,
  action: (one) => one.action,
  lead: (one) => one.lead.ref,
  starts_on: (one) => one.starts_on,
  ends_on: (one) => one.ends_on,
  countries: (one) => sharesOf(one.countries),
} as const satisfies Readonly<Record<string, (one: Promised) => string | null>>;
const goalFields = ['statement', 'unit', 'baseline_value', 'baseline_year', 'target_value', 'target_words', 'target_on'] as const satisfies readonly (keyof PromisedGoal)[];
export type PromiseField = keyof typeof headFields | (typeof goalFields)[number];

/** What two states of one promise say differently: the commitment first, then goal by goal. */
export function changesBetween(before: Promised, after: Promised): Change[] {
  const head = (Object.keys(headFields) as (keyof typeof headFields)[]).map((field): Change => ({ field, goal: null, units: [null, null], before: headFields[field](before), after: headFields[field](after) }));
  const goals = before.goals.flatMap((goal, at) => goalFields.map((field): Change => {
    const now = after.goals[at];
    return { field, goal: at + 1, units: [goal.unit, now?.unit ?? null], before: textOf(goal[field]), after: textOf(now?.[field] ?? null) };
  }));
  return [...head, ...goals].filter((change) => change.before !== change.after);
}

const textOf = (value: string | number | null | undefined): string | null => (value == null ? null : String(value));

/** The promise as it was published: what the first approved amendment found, else what stands. */
export const firstPromise = <Shown>(approved: readonly { readonly before: Shown }[], now: Shown): Shown => approved[0]?.before ?? now;

/** Which way a goal runs: up, unless it starts above its target. */
export const ascends = ({ baseline_value, target_value }: Pick<PromisedGoal, 'baseline_value' | 'target_value'>): boolean =>
  baseline_value === null || target_value === null || new Big(target_value).gte(baseline_value);

/** An amendment as decisions about it need it: the commitment it belongs to, who asked, and its state. */
export interface AmendmentRef extends CommitmentRef {
  readonly amendment_id: string;
  readonly amendment: AmendmentState;
  readonly asked_by: string | null;
}
