import type { EvidenceRow } from '#app/records/evidence/model';
import type { Verification } from '#app/records/verification/model';
import type { Freshness, Standing } from '../health/model';
import type { CommitmentRef, CommitmentType, Visibility } from '../model';
import type { SmartScore } from '../smart/model';

/** Everything that the page of a commitment shows. Days are `YYYY-MM-DD`, instants ISO 8601, values decimal strings. */
export interface CommitmentRecord extends CommitmentRef {
  readonly ref: string;
  readonly version: number;
  readonly type: CommitmentType | null;
  readonly visibility: Visibility;
  /** Set while nobody outside may see it yet. */
  readonly embargo_until: string | null;
  readonly standing: Standing;
  readonly freshness: Freshness | undefined;
  readonly text: RecordText;
  readonly lead: Lead;
  /** In which it is promised. */
  readonly coalition: { readonly slug: string; readonly name: string };
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly learner_data: boolean | null;
  readonly open_to_join: boolean;
  readonly submitted_on: string | null;
  readonly verified_on: string | null;
  readonly published_on: string | null;
  readonly returned_on: string | null;
  readonly returned_reason: string | null;
  readonly withdrawn_reason: string | null;
  readonly smart_score: SmartScore | null;
  readonly source_name: string | null;
  readonly goals: readonly Goal[];
  readonly countries: readonly { readonly iso2: string; readonly name: string; readonly share: string | null }[];
  readonly nodes: readonly Clause[];
  readonly endorsements: readonly Endorsement[];
  readonly beneficiaries: readonly { readonly code: string; readonly designed_in: boolean; readonly added_on: string | null }[];
  readonly origin: Origin | undefined;
  /** Accepted ones, latest first. */
  readonly updates: readonly Update[];
  /** Of published reports. */
  readonly figures: readonly Figure[];
  readonly evidence: readonly EvidenceRow[];
}

/** The text in the reader's language where there is one, else in its own. */
export interface RecordText {
  readonly title: string;
  readonly action: string | null;
  readonly problem: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly authoritative: string;
  readonly machine: boolean;
  /** Every language in which it is written, the authoritative one first. */
  readonly languages: readonly string[];
  /** A translation of words that have been changed since. */
  readonly outdated: boolean;
}

export interface Lead {
  readonly kind: 'organisation' | 'country';
  readonly name: string;
  /** The reference of the organisation or the code of the country. */
  readonly ref: string;
}

export interface Goal {
  readonly id: string;
  readonly statement: string | null;
  readonly unit: string | null;
  readonly method: string | null;
  readonly ascending: boolean;
  readonly measure: string;
  readonly target_words: string | null;
  readonly scale: readonly string[];
  readonly indicator: string | null;
  readonly cumulative: boolean;
  readonly baseline_source: string | null;
  readonly disaggregations: readonly string[];
  readonly baseline_value: string | null;
  readonly baseline_year: number | null;
  readonly target_value: string | null;
  readonly target_on: string | null;
  readonly last_value: string | null;
  readonly last_value_on: string | null;
  /** Where a straight line would be today; null where the start is not known or nothing was accepted yet. */
  readonly expected: string | null;
}

export interface Clause {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly framework: string;
  readonly framework_code: string;
  readonly version: number;
  readonly working: boolean;
  /** The number of its version where that is no longer in force. */
  readonly superseded: number | null;
}

/** Of a version that a clause of this commitment belongs to, by its lead. */
export interface Endorsement {
  readonly ref: string;
  readonly framework: string;
  /** Null where the day of the signature is not known. */
  readonly endorsed_on: string | null;
}

export interface Origin {
  readonly kind: 'decision' | 'recommendation' | 'request' | 'takeaway';
  readonly ref: string;
  readonly text: string;
  readonly group: string;
  readonly session: { readonly ref: string; readonly number: number } | undefined;
}

export interface Update {
  readonly id: string;
  readonly year: number;
  readonly verification: Verification;
  /** Who looked, the latest last. */
  readonly looks: readonly Look[];
  readonly completion: string | null;
  readonly narrative: string | null;
  readonly language: string;
  readonly as_of: string | null;
  readonly submitted_on: string | null;
  readonly accepted_on: string | null;
  readonly documents: number;
  /** Where else the same is told. */
  readonly also_reported_to: readonly string[];
  readonly values: readonly { readonly goal_id: string; readonly value: string | null; readonly verification: Verification }[];
}

export interface Look {
  readonly rung: Verification;
  readonly method: string;
  readonly note: string | null;
  /** `YYYY-MM-DD` */
  readonly on: string;
}

export interface Figure {
  readonly report: string;
  readonly report_title: string;
  readonly key: string;
  readonly number: string;
}
