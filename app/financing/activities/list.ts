import { reportingName } from '#app/financing/money/reporting';
import type { ListSpec } from '#app/table/state';

/** What the list of activities can be asked for; `status` is IATI's ActivityStatus; `in` is the currency to show. */
export const activityList = {
  filters: ['q', 'status', 'country', reportingName],
  sorts: ['identifier'],
  sort: { by: 'identifier', descending: false },
} as const satisfies ListSpec<string, string>;
export type ActivityFilter = (typeof activityList.filters)[number];
export type ActivitySort = (typeof activityList.sorts)[number];
