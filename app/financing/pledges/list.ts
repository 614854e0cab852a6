import type { ListSpec } from '#app/table/state';

/** What the list of pledges can be asked for. `party` filters take `country:KE` or `organisation:<id>`. */
export const pledgeList = {
  filters: ['q', 'status', 'kind', 'provider', 'country', 'region', 'commitment', 'currency', 'year', 'new_money', 'converted'],
  sorts: ['announced'],
  sort: { by: 'announced', descending: true },
} as const satisfies ListSpec<string, string>;
export type PledgeFilter = (typeof pledgeList.filters)[number];
export type PledgeSort = (typeof pledgeList.sorts)[number];
