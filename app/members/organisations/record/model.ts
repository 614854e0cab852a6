import type { MembershipCategory, MembershipStatus } from '#app/members/memberships/model';
import type { Constituency, OrganisationStatus } from '../model';

/** Everything that the page of an organisation shows of it. Days are `YYYY-MM-DD`. */
export interface OrganisationRecord {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  readonly short_name: string | null;
  readonly type_code: string | null;
  /** Why its type is not known: `not-stated`, `several`. */
  readonly type_missing: string | null;
  readonly constituency: Constituency | null;
  readonly country_iso2: string | null;
  /** In the reader's language. */
  readonly country: string | null;
  readonly website: string | null;
  /** References that identify nobody, as a source wrote them (ME-1). */
  readonly source_note: string | null;
  readonly status: Exclude<OrganisationStatus, 'merged'>;
  readonly version: number;
  /** Its own. */
  readonly identifiers: readonly string[];
  readonly former_names: readonly string[];
  /** Organisations that were merged into it, with their identifiers (ME-2). */
  readonly merged: readonly { readonly ref: string; readonly name: string; readonly identifiers: readonly string[] }[];
  /** Its id and those of the organisations merged into it: whose history it carries on. */
  readonly ids: readonly string[];
  /** Those in force first. Talks about a membership are shown to its own people and the secretariat alone. */
  readonly memberships: readonly MembershipRow[];
  readonly seats: readonly SeatRow[];
  readonly focal_points: { readonly count: number; readonly named: readonly string[] };
  /** Who speaks for it now; a name only where its bearer agreed to be named. */
  readonly speakers: readonly { readonly role: 'focal_point' | 'deputy_focal_point'; readonly name: string | null }[];
}

export interface MembershipRow {
  readonly id: string;
  readonly coalition_id: string;
  readonly slug: string;
  readonly coalition: string;
  readonly category: MembershipCategory;
  readonly status: MembershipStatus;
  readonly joined_on: string;
  readonly ended_on: string | null;
  /** The membership that carries it on from the day on which it ended (ME-11). */
  readonly continued_by: string | null;
}

export interface SeatRow {
  readonly id: string;
  readonly group: string;
  readonly group_ref: string;
  readonly role: string;
  readonly voting: boolean;
  readonly from_on: string;
}

/** A member in force on a day. */
export const isMember = (memberships: readonly MembershipRow[]): boolean => memberships.some(({ status }) => status === 'active' || status === 'suspended');

/** Since when it has been a member without a day between: what was carried on counts (ME-11). Undefined where it is none. */
export function memberSince(memberships: readonly MembershipRow[]): string | undefined {
  const current = memberships.find(({ status }) => status === 'active' || status === 'suspended');
  const begun = (row: MembershipRow): string => memberships.filter(({ continued_by }) => continued_by === row.id).reduce((first, earlier) => [first, begun(earlier)].toSorted()[0] ?? first, row.joined_on);
  return current === undefined ? undefined : begun(current);
}

/** ME-6: a member that nobody speaks for. */
export const isUnattended = ({ memberships, focal_points }: Pick<OrganisationRecord, 'memberships' | 'focal_points'>): boolean => isMember(memberships) && focal_points.count === 0;
