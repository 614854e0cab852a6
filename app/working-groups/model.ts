import type { Day } from '#app/platform/clock';

/** Groups and their seats. */
export const groupKinds = ['working_group', 'expert_group', 'task_team', 'steering', 'plenary'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const seatRoles = ['chair', 'cochair', 'member', 'alternate', 'observer', 'expert', 'secretary'] as const;
export type SeatRole = (typeof seatRoles)[number];

export const decisionRules = ['consensus', 'consent', 'majority', 'two_thirds'] as const;
export type DecisionRule = (typeof decisionRules)[number];

export const cadences = ['monthly', 'quarterly', 'yearly', 'irregular'] as const;
export type Cadence = (typeof cadences)[number];

/** What follows what: `life/README.md`. */
export const groupStatuses = ['proposed', 'chartered', 'active', 'reporting', 'concluded', 'dissolved'] as const;
export type GroupStatus = (typeof groupStatuses)[number];
export const isAtWork = (status: string): boolean => status === 'active' || status === 'reporting';
export const hasEnded = (status: string): boolean => status === 'concluded' || status === 'dissolved';

/** ME-5: observers, experts and secretaries never vote. */
export const mayHoldVote = (role: SeatRole): boolean => !['observer', 'expert', 'secretary'].includes(role);

/** A seat counts on a day from its start to its end. */
export function seatCountsOn(seat: { readonly from_on: Day; readonly until_on: Day | null }, day: Day): boolean {
  return seat.from_on <= day && (seat.until_on === null || seat.until_on >= day);
}
