import type { ListSpec, ListState } from '#app/table/state';

/** What the items behind the coverage of a group can be asked for: keys of its dimensions, or `none`. */
export const itemList = {
  filters: ['dimension'],
  sorts: ['starts'],
  sort: { by: 'starts', descending: true },
} as const satisfies ListSpec<string, string>;
export type ItemListState = ListState<'dimension', 'starts'>;
