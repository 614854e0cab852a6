import type { MembershipCategory } from '#app/members/memberships/model';
import { coalitionIdsAbove } from '#app/coalitions/queries.server';
import type { Constituency } from '#app/members/organisations/model';
import type { Tx } from '#app/platform/database.server';
import type { ApplicationForm, ApplicationStatus, MailFinding } from './model';
import type { ApplicationRef } from './policy';

/** An application under the lock, with what its policy asks about. */
export interface LockedApplication extends ApplicationRef, ApplicationForm {
  readonly ref: string;
  readonly version: number;
  readonly origin: 'applied' | 'invited';
  readonly statement: string | null;
  readonly publish_name: boolean;
  readonly mail_finding: MailFinding;
  readonly organisation_id: string | null;
  readonly link_expires_at: Date | null;
}

export async function lockApplication(tx: Tx, id: string): Promise<LockedApplication> {
  const row = await tx.selectFrom('membership_applications').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  const [above, contact, approvals] = await Promise.all([
    coalitionIdsAbove(row.coalition_id, tx),
    tx.selectFrom('person_mails').select('person_id').where('address', '=', row.contact_mail).executeTakeFirst(),
    tx.selectFrom('application_acts').select('person_id').where('application_id', '=', id).where('kind', '=', 'approval').execute(),
  ]);
  return {
    ...row, above, contact_id: contact?.person_id ?? null, approved_by: approvals.flatMap(({ person_id }) => person_id ?? []),
    status: row.status as ApplicationStatus, origin: row.origin as 'applied' | 'invited', category: row.category as MembershipCategory,
    constituency: row.constituency as Constituency, mail_finding: row.mail_finding as MailFinding,
  };
}
