import type { ListSpec } from '#app/table/state';
import type { MembershipCategory, MembershipStatus } from '#app/members/memberships/model';
import type { Constituency } from './model';

/** What the list of members can be asked for. Without `standing` it holds members alone; `coalition` takes a coalition's word. */
export const memberList = {
  filters: ['q', 'constituency', 'type', 'country', 'standing', 'coalition'],
  sorts: ['name'],
  sort: { by: 'name', descending: false },
} as const satisfies ListSpec<string, string>;
export type MemberFilter = (typeof memberList.filters)[number];
export type MemberSort = (typeof memberList.sorts)[number];

export const standings = ['member', 'not_a_member', 'unattended', 'all'] as const;
export type Standing = (typeof standings)[number];

/** An organisation in the list. `status` and `joined_on` are those of its membership: the one in force, else the last one; null where there was none. */
export interface MemberRow {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  readonly short_name: string | null;
  readonly type_code: string | null;
  readonly constituency: Constituency | null;
  readonly country_iso2: string | null;
  /** In the reader's language. */
  readonly country: string | null;
  readonly identifiers: readonly string[];
  readonly status: MembershipStatus | null;
  readonly category: MembershipCategory | null;
  readonly joined_on: string | null;
  /** Promises that it leads and that the viewer may read. */
  readonly commitments: number;
}
