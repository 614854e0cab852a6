import type { ListSpec } from '#app/table/state';
import type { EndorsementStatus } from './model';

/**
 * What the ledger can be asked for. `party` takes words of a name, a reference or a country code; `reserved` a code of a clause or `any`;
 * `promise=none` finds parties that have no commitment although their time for one is over; `framework` another text than the Declaration.
 */
export const endorsementList = {
  filters: ['party', 'kind', 'region', 'group', 'capacity', 'status', 'version', 'reserved', 'promise', 'framework'],
  sorts: ['signed'],
  sort: { by: 'signed', descending: true },
} as const satisfies ListSpec<string, string>;
export type EndorsementFilter = (typeof endorsementList.filters)[number];
export type EndorsementSort = (typeof endorsementList.sorts)[number];

export const partyKinds = ['country', 'organisation'] as const;
export type PartyKind = (typeof partyKinds)[number];

export interface Reservation {
  readonly code: string;
  readonly statement: string | null;
}

/** One line of the ledger. Days are `YYYY-MM-DD`. */
export interface EndorsementRow {
  readonly id: string;
  readonly ref: string;
  readonly party: string;
  readonly party_kind: PartyKind;
  /** The reference of the organisation, the code of the country. */
  readonly party_ref: string;
  readonly framework: string;
  readonly version: number;
  /** The version is the one in force. */
  readonly current: boolean;
  readonly endorsed_on: string | null;
  /** Why the day is not known. */
  readonly endorsed_on_missing: string | null;
  readonly capacity: string | null;
  readonly signatory: string | null;
  readonly confirmation: string | null;
  readonly confirmed_on: string | null;
  readonly status: EndorsementStatus;
  readonly withdrawn_on: string | null;
  readonly reservations: readonly Reservation[];
}
