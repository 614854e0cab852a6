import type { CommitmentType } from '#app/commitments/model';
import type { Language } from '#app/languages/language';
import type { Day } from '#app/platform/clock';

/** A year of reporting. Its state is derived from the clock, never from a job that may not have run. */
export interface CycleDates {
  readonly opens_on: Day;
  readonly due_on: Day;
  readonly grace_on: Day;
  readonly lock_on: Day;
  readonly published_at: Date | null;
}
export type CycleState = 'planned' | 'open' | 'grace' | 'locked' | 'published';

export function cycleState(cycle: CycleDates, today: Day): CycleState {
  if (cycle.published_at !== null) return 'published';
  if (today < cycle.opens_on) return 'planned';
  if (today <= cycle.due_on) return 'open';
  return today <= cycle.lock_on ? 'grace' : 'locked';
}

/** Updates are taken while the cycle is open and in its grace. */
export const takesUpdates = (state: CycleState): boolean => state === 'open' || state === 'grace';

/** The last day on which a lead may send: that of the cycle, or its own where it has more time than all. */
export const lastDayFor = ({ lock_on }: Pick<CycleDates, 'lock_on'>, due: Day): Day => (due > lock_on ? due : lock_on);

/** Updates of a lead are taken to the end of its extension, also when the cycle has locked for the others. */
export const takesUpdatesUntil = (cycle: CycleDates, today: Day, extended: Day | null): boolean =>
  takesUpdates(cycleState(cycle, today)) || (extended !== null && cycle.published_at === null && cycle.opens_on <= today && today <= extended);

/** Nothing is waited for: what was expected is accepted or being read. */
export const isComplete = ({ accepted, submitted, expected }: { readonly accepted: number; readonly submitted: number; readonly expected: number }): boolean => accepted + submitted >= expected;

/** What an update can be asked for besides its answer, how far it is and its values. */
export const questions = ['narrative', 'barriers', 'enablers', 'equity', 'also_reported_to'] as const;
export type Question = (typeof questions)[number];

/** Whom and what a cycle asks: kinds of commitments (null for all), what it asks of each and wants to be told, and the languages of its report. */
export interface CycleRule {
  readonly types: readonly CommitmentType[] | null;
  readonly questions: readonly Question[];
  readonly required: readonly Question[];
  readonly languages: readonly Language[];
}
