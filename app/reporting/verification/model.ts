import type { Verification } from '#app/records/verification/model';

/** For whom somebody disputes what was accepted. */
export interface Party {
  readonly contested_as: 'secretariat' | 'reviewer' | 'country' | 'partner';
  readonly organisation_id: string | null;
  readonly country_iso2: string | null;
}

/** A contest that nobody has settled yet. */
export interface OpenContest extends Party {
  readonly id: string;
  readonly goal_id: string | null;
  readonly contested_by: string | null;
  /** An instant, ISO 8601. */
  readonly contested_at: string;
  readonly replied_by: string | null;
  readonly replied: boolean;
}

/** What an act on an accepted update is decided by. */
export interface ClaimRef {
  readonly id: string;
  readonly commitment_id: string;
  readonly coalition_id: string;
  readonly lead_organisation_id: string | null;
  readonly lead_country_iso2: string | null;
  /** Of the update. */
  readonly status: string;
  readonly version: number;
  readonly verification: Verification;
  readonly written_by: string | null;
  readonly accepted_by: string | null;
  /** Who looked at it, or at one of its values. */
  readonly verifiers: readonly string[];
  /** The countries that the commitment names, and the organisations that confirmed that they are its partners. */
  readonly countries: readonly string[];
  readonly partners: readonly string[];
  readonly contest: OpenContest | null;
}

export const outcomes = ['stands', 'does_not_stand'] as const;
export type Outcome = (typeof outcomes)[number];

/** Where an update and each of its values stand. */
export interface Rungs {
  readonly update: Verification;
  readonly values: Readonly<Record<string, Verification>>;
}

/** Where everything stands once a contest is settled: as before, or, what was rightly disputed, on the lead's word alone. */
export function settled(before: Rungs, goal_id: string | null, outcome: Outcome): Rungs {
  if (outcome === 'stands') return before;
  const values = Object.fromEntries(Object.entries(before.values).map(([goal, rung]) => [goal, goal_id === null || goal === goal_id ? ('self_reported' as const) : rung]));
  return { update: 'self_reported', values };
}
