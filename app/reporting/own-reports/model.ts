import type { Promised } from '#app/commitments/amendments/model';
import type { Verification } from '#app/records/verification/model';
import type { Standing } from '../extracts/standing';

/** Whose part of a report is told: a country by its code, or a member by its reference. */
export interface Subject {
  readonly kind: 'country' | 'member';
  readonly code: string;
}

/** `by`: the subject leads it. `beside`: another leads, for the country, or with the member as a partner that has agreed. */
export type Relation = 'by' | 'beside';
export const relations = ['by', 'beside'] as const satisfies readonly Relation[];

export type Rung = Verification | 'not_reported';

/** What was said of a goal; of what is missing, why. */
export interface GoalValue {
  readonly goal: string;
  readonly unit: string | null;
  readonly value: string | null;
  readonly missing: string | null;
  readonly verification: Verification;
}

export interface OwnUpdate {
  readonly completion: string | null;
  readonly answer: string;
  readonly on: string;
  readonly as_of: string | null;
  readonly language: string;
  readonly narrative: string | null;
  readonly barriers: string | null;
  readonly values: readonly GoalValue[];
}

/** A commitment of the subject, as it was frozen. */
export interface OwnCommitment {
  readonly ref: string;
  readonly title: string | null;
  readonly language: string | null;
  readonly relation: Relation;
  readonly lead: string;
  readonly standing: string;
  readonly rung: Rung;
  readonly principles: readonly string[] | null;
  readonly update: OwnUpdate | null;
  /** CO-5: what was promised first, and each change; empty of what was never amended. */
  readonly first: Promised | null;
  readonly amendments: readonly { readonly on: string; readonly reason: string; readonly after: Promised }[];
  readonly asked: boolean;
  readonly reported: boolean;
}

export type Direction = 'given' | 'received';
export const directions = ['given', 'received'] as const satisfies readonly Direction[];

/** FI-7: what is said of the money of a subject, in this order. */
export const moneyLines = ['pledged', 'committed', 'disbursed', 'total_a', 'total_b', 'total_c'] as const;
export type MoneyLine = (typeof moneyLines)[number];

/** Cash of the subject in US dollars, by its share of each pledge, with how many pledges could be converted (RP-4). */
export interface OwnMoney {
  readonly direction: Direction;
  readonly amounts: Readonly<Partial<Record<MoneyLine, string>>>;
  readonly converted: number;
  readonly pledges: number;
  /** FI-5: pledges of other kinds, which are in no total. */
  readonly others: number;
  /** Cash pledges by who has looked. */
  readonly rungs: Readonly<Partial<Record<Verification, number>>>;
}

export interface OwnPledge {
  readonly ref: string;
  readonly title: string;
  readonly direction: Direction;
  readonly provider: string;
  readonly kind: string;
  /** In percent; of what the subject gives the whole. */
  readonly share: string;
  readonly amount: string;
  readonly currency: string;
  readonly amount_usd: string | null;
  readonly paid_usd: string | null;
  readonly rung: Verification;
}

/** A commitment that stands elsewhere than in the report before, or in one of the two alone. */
export interface Moved {
  readonly ref: string;
  readonly title: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** The report before, and what is not as it was in it; nothing is compared that it did not know. */
export interface SinceBefore {
  readonly year: number;
  readonly as_of: string;
  readonly before: number;
  readonly after: number;
  readonly moved: readonly Moved[];
  /** How many moved in all. */
  readonly count: number;
}

/** What a subject answered to what the edition says of it. */
export interface OwnReply {
  readonly position: number;
  readonly figure_key: string | null;
  readonly about: string;
  readonly language: string;
  readonly reply: string | null;
  readonly reply_language: string | null;
  readonly replied_on: string | null;
}

/** Everything that an edition says of one country or one member, from its snapshot and its replies. */
export interface OwnReport {
  readonly subject: Subject;
  readonly name: string;
  /** Of the members of the snapshot that are named beside it, by their reference. */
  readonly names: Readonly<Record<string, string>>;
  readonly standings: Readonly<Record<Relation, Standing>>;
  readonly commitments: readonly OwnCommitment[];
  /** Asked for an update that did not come, with who leads them. */
  readonly silent: readonly { readonly ref: string; readonly title: string | null; readonly lead: string }[];
  /** Null where the snapshot does not say who promises money to whom. */
  readonly money: readonly OwnMoney[] | null;
  readonly pledges: readonly OwnPledge[];
  readonly endorsements: readonly { readonly ref: string; readonly on: string | null }[];
  readonly replies: readonly OwnReply[];
  readonly since: SinceBefore | null;
}
