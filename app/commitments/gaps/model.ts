import type { Day } from '#app/platform/clock';
import type { CommitmentRef } from '../model';

/** Something that nobody knows yet: it is planned how to find out, found out, or accepted that nobody will. */
export const gapStates = ['open', 'planned', 'closed', 'accepted'] as const;
export type GapState = (typeof gapStates)[number];

export interface Gap {
  readonly id: string;
  /** The number of the goal whose baseline is missing; null for anything else. */
  readonly goal: number | null;
  readonly what: string | null;
  readonly status: GapState;
  readonly owner_id: string | null;
  readonly plan: string | null;
  readonly due_on: Day | null;
  readonly opened_by: string | null;
  readonly opened_on: Day;
  readonly answer: string | null;
  readonly ended_on: Day | null;
  readonly version: number;
}

export interface GapPlan {
  readonly owner_id: string;
  readonly plan: string;
  readonly due_on: Day;
}

/** A gap as decisions about it need it. */
export type GapRef = CommitmentRef & { readonly gap_id: string; readonly gap: GapState; readonly opened_by: string | null };
