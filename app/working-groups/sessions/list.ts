import type { ListSpec, ListState } from '#app/table/state';

/** What the list of sessions can be asked for; `when` is `past` or `to_come`, `year` that of the start in UTC. */
export const sessionList = {
  filters: ['q', 'group', 'status', 'when', 'year'],
  sorts: ['starts'],
  sort: { by: 'starts', descending: true },
} as const satisfies ListSpec<string, string>;
export type SessionFilter = (typeof sessionList.filters)[number];
export type SessionListState = ListState<SessionFilter, 'starts'>;
