import type { ListSpec, ListState } from '#app/table/state';

/** What the register of decisions can be asked for; `year` is that of adoption, `clause` a code of any text, `taken` is `session` or `written`, `dimension` is spelled `WG-01.key` or `WG-01.none`. Decisions that are not adopted stand last. */
export const decisionList = {
  filters: ['q', 'group', 'status', 'rule', 'year', 'clause', 'taken', 'dimension'],
  sorts: ['adopted'],
  sort: { by: 'adopted', descending: true },
} as const satisfies ListSpec<string, string>;
export type DecisionFilter = (typeof decisionList.filters)[number];
export type DecisionListState = ListState<DecisionFilter, 'adopted'>;
