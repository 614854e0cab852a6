import type { ListSpec } from '#app/table/state';

/** What the list of transactions can be asked for. `belongs` is `pledges` or `activities`; `explained=yes` are those beyond their commitment (FI-4). */
export const transactionList = {
  filters: ['type', 'currency', 'year', 'pledge', 'activity', 'country', 'belongs', 'explained', 'converted'],
  sorts: ['date'],
  sort: { by: 'date', descending: true },
} as const satisfies ListSpec<string, string>;
export type TransactionFilter = (typeof transactionList.filters)[number];
export type TransactionSort = (typeof transactionList.sorts)[number];
