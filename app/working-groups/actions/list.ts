import type { ListSpec, ListState } from '#app/table/state';
import { actionStatuses } from './model';

/** What the board can be asked for: `status` is a state, `todo` or `overdue`; `year` that of the due date; `whose` is `mine` or `groups`. */
export const actionList = {
  filters: ['q', 'group', 'status', 'year', 'whose'],
  inside: ['whose'],
  sorts: ['due'],
  sort: { by: 'due', descending: true },
} as const satisfies ListSpec<string, string>;
export type ActionFilter = (typeof actionList.filters)[number];
export type ActionListState = ListState<ActionFilter, 'due'>;

/** The states that the board counts; `todo` and `overdue` are derived. */
export const boardStates = ['todo', 'overdue', ...actionStatuses] as const;
export type BoardState = (typeof boardStates)[number];
