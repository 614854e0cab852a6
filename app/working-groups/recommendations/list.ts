import type { ListSpec, ListState } from '#app/table/state';

/** What the register of recommendations can be asked for; `clause` is a code of any text, `addressee` a member's reference, a country's code, a part of society or `secretariat`; `dimension` is spelled `WG-01.key` or `WG-01.none`. */
export const recommendationList = {
  filters: ['q', 'group', 'status', 'year', 'clause', 'addressee', 'dimension'],
  sorts: ['made'],
  sort: { by: 'made', descending: true },
} as const satisfies ListSpec<string, string>;
export type RecommendationFilter = (typeof recommendationList.filters)[number];
export type RecommendationListState = ListState<RecommendationFilter, 'made'>;
