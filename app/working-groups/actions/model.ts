import type { Day } from '#app/platform/clock';

export const actionStatuses = ['open', 'in_progress', 'done', 'blocked', 'cancelled'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export const isSettled = (status: string): boolean => status === 'done' || status === 'cancelled';

/** Overdue is derived and never stored. */
export const isOverdue = (action: { readonly status: string; readonly due_on: Day }, today: Day): boolean => !isSettled(action.status) && action.due_on < today;
