import type { ListSpec } from '#app/table/state';
import type { AdherenceState } from './model';

/** What the register can be asked for. */
export const adherenceList = {
  filters: ['q', 'instrument', 'state', 'coalition'],
  sorts: ['expires'],
  sort: { by: 'expires', descending: false },
} as const satisfies ListSpec<string, string>;
export type AdherenceFilter = (typeof adherenceList.filters)[number];
export type AdherenceSort = (typeof adherenceList.sorts)[number];

/** An adherence as the register shows it. Days are `YYYY-MM-DD`. */
export interface AdherenceRow {
  readonly id: string;
  readonly member: string;
  readonly member_ref: string;
  readonly coalition: string;
  readonly coalition_slug: string;
  readonly instrument: string;
  /** In the reader's language. */
  readonly instrument_name: string;
  readonly signed_by: string;
  readonly signed_on: string;
  readonly starts_on: string;
  readonly expires_on: string;
  readonly state: AdherenceState;
  readonly revoked_reason: string | null;
  readonly evidence: readonly { readonly id: string; readonly title: string; readonly url: string | null }[];
}
