import { reportingName } from '#app/financing/money/reporting';
import type { ListSpec } from '#app/table/state';

/** What is asked of the commitment behind a pledge, by the filter of the list of commitments that it is. */
export const promiseFilters = { version: 'version', node: 'node', beneficiary: 'beneficiary', standing: 'status', coalition: 'coalition', through: 'through', as_of: 'as_of' } as const;

/**
 * What the list of pledges can be asked for. `provider` and `recipient` take `country:KE` or `organisation:<id>`, the latter `region:202` too; `sector` a code of the DAC of either length; `clause` one of a version,
 * `CONNDECL.1:P1`; a minus before a party all others; `within` those of a coalition, `under` those of all under it too; `counted` those that are in totals, or that add to one of them or to what lies between; `in` is the currency to show.
 */
export const pledgeList = {
  filters: [
    'q', 'status', 'kind', 'provider', 'country', 'region', 'group', 'recipient', 'clause', 'sector', 'aid_type', 'marker', 'commitment', 'currency', 'year', 'new_money', 'converted', 'counted', 'within', 'under',
    ...(Object.keys(promiseFilters) as (keyof typeof promiseFilters)[]), reportingName,
  ],
  sorts: ['announced'],
  sort: { by: 'announced', descending: true },
} as const satisfies ListSpec<string, string>;
export type PledgeFilter = (typeof pledgeList.filters)[number];
export type PledgeSort = (typeof pledgeList.sorts)[number];

/** A party after it is left out. */
export const notBy = '-';

/** What `counted` can be: in the totals or in none of them, adding to total A, B or C, or to an amount by its name. */
export const countedAs = { yes: undefined, a: undefined, no: undefined, b: 'net_pledged', c: 'confirmed' } as const;
