import type { ListSpec } from '#app/table/state';
import type { AmountReason } from '../worth';
import type { RequestState } from './model';

/** What `state` may ask for besides a state: what is not answered in full. */
export const openState = 'open';
export const openStates = ['published', 'responses_in'] as const satisfies readonly RequestState[];

/** What the list of requests can be asked for. `region` and `group` are those of the country that asks; `node` and `pillar` are codes of clauses, `version` is a text (`CONNDECL.1`). */
export const requestList = {
  filters: ['q', 'state', 'country', 'region', 'group', 'pillar', 'node', 'beneficiary', 'version'],
  sorts: ['recent', 'deadline'],
  sort: { by: 'recent', descending: true },
} as const satisfies ListSpec<string, string>;
export type RequestFilter = (typeof requestList.filters)[number];
export type RequestSort = (typeof requestList.sorts)[number];

/** A clause by its code, in the reader's language. */
export interface NamedClause {
  readonly code: string;
  readonly title: string;
}

/** A request as lists show it. Days are `YYYY-MM-DD`, amounts decimal strings. */
export interface RequestRow {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly title_language: string;
  readonly country_iso2: string;
  readonly country: string;
  readonly pillar: NamedClause;
  readonly clauses: readonly NamedClause[];
  readonly beneficiaries: readonly string[];
  readonly amount: string | null;
  readonly currency: string | null;
  readonly amount_missing: AmountReason | null;
  readonly deadline_on: string;
  readonly state: RequestState;
  readonly published_on: string | null;
  /** Offers on it that were not taken back, and those of them without an answer. */
  readonly offers: number;
  readonly waiting: number;
}
