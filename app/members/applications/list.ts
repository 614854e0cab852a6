import type { ListSpec } from '#app/table/state';
import type { MembershipCategory } from '#app/members/memberships/model';
import type { Constituency } from '#app/members/organisations/model';
import type { ApplicationStatus, MailFinding } from './model';

/** What the desk can be asked for. Without `status` it holds what waits for the secretariat. */
export const applicationList = {
  filters: ['q', 'status', 'constituency', 'coalition'],
  sorts: ['sent'],
  sort: { by: 'sent', descending: false },
} as const satisfies ListSpec<string, string>;
export type ApplicationFilter = (typeof applicationList.filters)[number];

/** An application as the desk lists it. Days are `YYYY-MM-DD`. */
export interface ApplicationRow {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  readonly coalition: string;
  readonly category: MembershipCategory;
  readonly constituency: Constituency;
  readonly country: string | null;
  readonly status: ApplicationStatus;
  readonly mail_finding: MailFinding;
  /** When its address was verified, or the invitation left. */
  readonly since: string;
  readonly approvals: number;
}
