import type { ActionAct } from '#app/paths';
import { daysBetween, type Day } from '#app/platform/clock';

export const actionStatuses = ['open', 'in_progress', 'done', 'blocked', 'cancelled'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

const unsettled = ['open', 'in_progress', 'blocked'] as const satisfies readonly ActionStatus[];

export const isSettled = (status: string): boolean => status === 'done' || status === 'cancelled';

/** Overdue is derived and never stored. */
export const isOverdue = (action: { readonly status: string; readonly due_on: Day }, today: Day): boolean => !isSettled(action.status) && action.due_on < today;

/** What can be done with an action: each a resource of its own. */
export const actionActs = ['start', 'completion', 'blocking', 'rescheduling', 'reassignment', 'reopening', 'cancellation'] as const satisfies readonly ActionAct[];

const from: Readonly<Record<ActionAct, readonly ActionStatus[]>> = {
  start: ['open', 'blocked'], completion: unsettled, blocking: ['open', 'in_progress'], rescheduling: unsettled, reassignment: unsettled,
  reopening: ['done', 'cancelled'], cancellation: unsettled,
};

export const fits = (act: ActionAct, status: string): boolean => from[act].some((one) => one === status);

/** What a reader is reminded of: that the day is near, has come, is past by a week; the chair, that it is past by two. */
export const reminderStages = ['ahead', 'today', 'late', 'chair'] as const;
export type ReminderStage = (typeof reminderStages)[number];
export const aheadDays = 7;
const lateDays = 7;
export const chairDays = 14;

/** AB-4: the stage that an owner is at, whichever day it is read on: what nobody sent on its day is sent on the next. */
export function stageOf(due_on: Day, today: Day): Exclude<ReminderStage, 'chair'> | undefined {
  const left = daysBetween(today, due_on);
  if (left > aheadDays) return undefined;
  if (left > 0) return 'ahead';
  return left > -lateDays ? 'today' : 'late';
}
