import type { ListSpec, ListState } from '#app/table/state';

/** What the register of recommendations can be asked for; `clause` is a code of any text, `addressee` a member's reference, a country's code, a part of society or `secretariat`. */
export const recommendationList = {
  filters: ['q', 'group', 'status', 'year', 'clause', 'addressee'],
  sorts: ['made'],
  sort: { by: 'made', descending: true },
} as const satisfies ListSpec<string, string>;
export type RecommendationFilter = (typeof recommendationList.filters)[number];
export type RecommendationListState = ListState<RecommendationFilter, 'made'>;
