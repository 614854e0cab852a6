import type { ListSpec } from '#app/table/state';

/** What the list of tranches can be asked for; `year` is that in which they are due. */
export const trancheList = {
  filters: ['status', 'provider', 'year', 'currency', 'pledge'],
  sorts: ['due'],
  sort: { by: 'due', descending: false },
} as const satisfies ListSpec<string, string>;
export type TrancheFilter = (typeof trancheList.filters)[number];
export type TrancheSort = (typeof trancheList.sorts)[number];
