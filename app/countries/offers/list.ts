import type { PledgeKind } from '#app/financing/pledges/model';
import type { ListSpec } from '#app/table/state';
import type { NamedClause } from '../requests/list';
import type { AmountReason } from '../worth';
import type { OfferState } from './model';

/** What the list of offers can be asked for. `provider` takes a reference or a country code, `about` whether it answers a request; `country`, `region` and `group` are for whom it is, `beneficiary` whom its request is for. */
export const offerList = {
  filters: ['q', 'state', 'kind', 'provider', 'country', 'region', 'group', 'beneficiary', 'pillar', 'node', 'version', 'about'],
  sorts: ['recent'],
  sort: { by: 'recent', descending: true },
} as const satisfies ListSpec<string, string>;
export type OfferFilter = (typeof offerList.filters)[number];
export type OfferSort = (typeof offerList.sorts)[number];

/** Whether an offer answers a request or stands open. */
export const aboutWhat = ['request', 'open'] as const;

/** An offer as lists show it. Days are `YYYY-MM-DD`, amounts decimal strings. */
export interface OfferRow {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly title_language: string;
  readonly provider_organisation_id: string | null;
  readonly provider_country_iso2: string | null;
  /** The reference of the organisation, the code of the country. */
  readonly provider_ref: string;
  readonly provider: string;
  readonly request: { readonly ref: string; readonly title: string } | null;
  /** For whom it is; none is every country. */
  readonly countries: readonly string[];
  readonly pillar: NamedClause;
  readonly clauses: readonly NamedClause[];
  readonly kind: PledgeKind;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly amount_missing: AmountReason | null;
  readonly deadline_on: string | null;
  readonly state: OfferState;
  readonly made_on: string;
  readonly accepted_for_iso2: string | null;
}
