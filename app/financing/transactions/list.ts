import { reportingName } from '#app/financing/money/reporting';
import type { ListSpec } from '#app/table/state';

/** What the list of transactions can be asked for. `belongs` is `pledges` or `activities`; `explained=yes` are those beyond their commitment (FI-4); `in` is the currency to show. */
export const transactionList = {
  filters: ['type', 'currency', 'year', 'pledge', 'activity', 'country', 'belongs', 'explained', 'converted', reportingName],
  sorts: ['date'],
  sort: { by: 'date', descending: true },
} as const satisfies ListSpec<string, string>;
export type TransactionFilter = (typeof transactionList.filters)[number];
export type TransactionSort = (typeof transactionList.sorts)[number];
