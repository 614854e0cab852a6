import type { ListSpec } from '#app/table/state';

/** What the list of rates can be asked for. */
export const rateList = { filters: ['currency', 'year', 'source'], sorts: ['date'], sort: { by: 'date', descending: true } } as const satisfies ListSpec<string, string>;
export type RateFilter = (typeof rateList.filters)[number];
