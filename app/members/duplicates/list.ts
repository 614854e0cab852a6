import type { ListSpec } from '#app/table/state';

/** What the desk of duplicates can be asked for. */
export const pairList = { filters: ['q', 'reason'], sorts: ['noted'], sort: { by: 'noted', descending: false } } as const satisfies ListSpec<string, string>;
export type PairFilter = (typeof pairList.filters)[number];
