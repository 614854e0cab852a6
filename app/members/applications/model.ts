import type { MembershipCategory } from '#app/members/memberships/model';
import type { Constituency } from '#app/members/organisations/model';

/**
 * A request to become a member, by the organisation itself or invited. It is apart from organisations and memberships, which are public:
 * only what is approved becomes one. `unverified`: nobody has shown yet that the address is theirs.
 */
export const applicationStatuses = ['unverified', 'invited', 'applied', 'under_review', 'more_asked', 'approved', 'declined'] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** Those that the secretariat decides about. */
export const waiting = ['applied', 'under_review', 'more_asked'] as const satisfies readonly ApplicationStatus[];

/** ME-8: what the contact's mail address says of the organisation. */
export const mailFindings = ['same_site', 'free_mail', 'elsewhere', 'no_site'] as const;
export type MailFinding = (typeof mailFindings)[number];

export type ApplicationAct = 'application' | 'invitation' | 'confirmation' | 'question' | 'answer' | 'approval' | 'refusal';

/** Who asks to become a member, and who speaks for them. */
export interface ApplicationForm {
  readonly coalition_id: string;
  readonly category: MembershipCategory;
  readonly name: string;
  readonly short_name: string | null;
  readonly type_code: string | null;
  readonly constituency: Constituency;
  readonly country_iso2: string | null;
  readonly website: string | null;
  readonly identifiers: readonly string[];
  readonly contact_name: string;
  readonly contact_title: string | null;
  readonly contact_mail: string;
  readonly language: string;
}

/** ME-9: a government is let in by two people, everybody else by one. */
export const approvalsNeeded = (constituency: Constituency): 1 | 2 => (constituency === 'government' ? 2 : 1);

/** ME-8: an address that does not belong to the organisation's site is believed only by a person who says why. */
export const needsWords = (finding: MailFinding): boolean => finding !== 'same_site';

/** How long a link in a mail of these can be used, in days. */
export const linkDays = { confirmation: 7, answer: 30, invitation: 30 } as const;

/** When the secretariat has promised to answer. */
export const answerWithinDays = 14;
