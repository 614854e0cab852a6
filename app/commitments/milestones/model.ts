import type { Day } from '#app/platform/clock';
import type { CommitmentRef } from '../model';

export const milestoneStates = ['planned', 'in_progress', 'achieved', 'missed', 'dropped'] as const;
export type MilestoneState = (typeof milestoneStates)[number];

/** What is to be there on the way. With a value it says where the last value of a goal should be by then. */
export interface MilestoneForm {
  readonly title: string;
  readonly due_on: Day;
  readonly goal_id: string | null;
  readonly value: string | null;
}

export interface Milestone extends MilestoneForm {
  readonly id: string;
  /** Of its goal. */
  readonly unit: string | null;
  readonly status: MilestoneState;
  readonly achieved_on: Day | null;
  readonly note: string | null;
  readonly version: number;
}

export interface Report {
  readonly status: MilestoneState;
  readonly achieved_on: Day | null;
  readonly note: string | null;
}

/** A milestone as decisions about it need it. */
export type MilestoneRef = CommitmentRef & { readonly milestone_id: string };

/** Its day has passed, and it was neither achieved nor given up with a reason: health is one step worse. */
export const isOverdue = ({ status, due_on }: Pick<Milestone, 'status' | 'due_on'>, today: Day): boolean => status !== 'achieved' && status !== 'dropped' && due_on < today;

/** What a reader is told of it. */
export const milestoneStanding = (one: Pick<Milestone, 'status' | 'due_on'>, today: Day): MilestoneState | 'overdue' => (one.status !== 'missed' && isOverdue(one, today) ? 'overdue' : one.status);
