import type { Standing } from '#app/commitments/health/model';
import type { CommitmentRow } from '#app/commitments/list/model';
import type { Split } from '#app/records/verification/model';

/** Whose trail it is: a country, or an organisation with those that were merged into it (ME-2). */
export type Party = { readonly kind: 'country'; readonly iso2: string } | { readonly kind: 'organisation'; readonly ids: readonly string[] };

/** Whose promises are told together: those of a party, or those of a coalition, beside which stand those of the coalitions under it (CA-3). */
export type PromisesOf = Party | { readonly kind: 'coalition'; readonly id: string };

/**
 * How a commitment belongs to a party. `by`: it leads. `beside`: another leads, for the country or with the organisation as a partner
 * that has agreed (CO-4).
 */
export type Relation = 'by' | 'beside';

/** The chain of one party, from what it endorsed to the figures that count it. Withdrawn and superseded promises are in none of it. */
export interface Trail {
  readonly by: Promises;
  readonly beside: Promises;
  readonly endorsements: readonly EndorsementRow[];
  /** The Declaration as it is now, undefined where none is published. */
  readonly declaration: DeclarationFacts | undefined;
  /** Every action line of the Declaration in its order, served or not. */
  readonly clauses: readonly ClauseRow[];
  readonly decisions: readonly DecisionRow[];
  /** The latest that were accepted. */
  readonly updates: readonly UpdateRow[];
  readonly figures: readonly FigureRow[];
}

export interface Promises {
  readonly count: number;
  /** How many have an accepted update. */
  readonly updated: number;
  readonly standings: Readonly<Partial<Record<Standing, number>>>;
  /** On which rung their last accepted updates stand. */
  readonly rungs: Split;
  /** Furthest behind first; at most eight. */
  readonly rows: readonly CommitmentRow[];
}

export interface DeclarationFacts {
  readonly name: string;
  readonly number: number;
  readonly working: boolean;
  /** Whether the party itself has a live endorsement of this version. */
  readonly endorsed: boolean;
}

export interface EndorsementRow {
  readonly ref: string;
  readonly framework: string;
  readonly version: number;
  readonly current: boolean;
  readonly endorsed_on: string | null;
  readonly withdrawn_on: string | null;
  /** The organisation of a country that endorsed; null where the party itself did. */
  readonly organisation: { readonly ref: string; readonly name: string } | null;
  readonly reserved: readonly string[];
}

export interface ClauseRow {
  readonly code: string;
  readonly title: string;
  readonly title_language: string;
  readonly by: number;
  readonly beside: number;
}

export interface DecisionRow {
  readonly kind: 'decision' | 'recommendation';
  readonly ref: string;
  readonly text: string;
  readonly group: string;
  readonly adopted_on: string | null;
  /** The commitments that it led to. */
  readonly commitments: readonly string[];
}

export interface UpdateRow {
  readonly id: string;
  readonly commitment: string;
  readonly title: string;
  readonly title_language: string;
  readonly standing: Standing;
  readonly year: number;
  readonly accepted_on: string;
  readonly verification: string;
}

export interface FigureRow {
  readonly report: string;
  readonly report_title: string;
  readonly key: string;
  readonly number: string;
  /** How many commitments of the party it counts. */
  readonly commitments: number;
}

const sum = (standings: Promises['standings'], ...which: readonly Standing[]): number => which.reduce((total, standing) => total + (standings[standing] ?? 0), 0);

/** The four numbers that open a page, and what they are part of. */
export interface Account {
  readonly reached: number;
  readonly on_track: number;
  readonly behind: number;
  readonly at_risk: number;
  readonly off_track: number;
  readonly not_reached: number;
  readonly stale: number;
}

export function accountOf({ standings }: Pick<Promises, 'standings'>): Account {
  const [at_risk, off_track, not_reached] = [sum(standings, 'at_risk'), sum(standings, 'off_track'), sum(standings, 'not_reached')];
  return {
    reached: sum(standings, 'reached_on_time', 'reached_late'), on_track: sum(standings, 'on_track'), behind: at_risk + off_track + not_reached, at_risk, off_track, not_reached, stale: sum(standings, 'stale'),
  };
}

/** Clauses that nothing of the party serves yet. */
export const unserved = (clauses: readonly ClauseRow[]): readonly ClauseRow[] => clauses.filter(({ by, beside }) => by + beside === 0);
