import type { ListSpec } from '#app/table/state';

/** What the desk of links can be asked for; without a state it shows what waits for a decision. */
export const linkList = { filters: ['q', 'state', 'kind'], sorts: ['proposed'], sort: { by: 'proposed', descending: true } } as const satisfies ListSpec<string, string>;
export type LinkFilter = (typeof linkList.filters)[number];
