import { may, permit, type PermitFor } from '#app/access/permit';
import { anyone, type Actor } from '#app/access/actor';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { lockApplication, type LockedApplication } from '#app/members/applications/lock.server';
import { approvalsNeeded, needsWords } from '#app/members/applications/model';
import { tellDesk } from '#app/members/applications/notices.server';
import { noteAct, takeInvitationIn } from '#app/members/applications/operations.server';
import { settleApprovalIn } from '#app/members/applications/settlement.server';
import { applicationPolicy } from '#app/members/applications/policy';
import { admitMemberIn } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { registerOrganisationIn } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { likelyDuplicates } from '#app/members/duplicates/queries.server';
import { addPersonIn, affiliatePersonIn } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { platform } from '#app/members/people/roles/model';
import { grantRoleIn } from '#app/members/people/roles/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { personActor } from '#app/accounts/viewer.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { offerLinkIn } from '../links/link.server';
import { sendAdmission } from '../notices.server';
import { hashOf } from '../secrets.server';

export interface Approval {
  /** The organisation that is here already and that it is; null registers a new one. */
  readonly organisation_id: string | null;
  /** How the approver made sure; needed where the mail address does not tell (ME-8). */
  readonly note: string;
}
export interface Approved {
  readonly ref: string;
  /** The member that it became; null while another person has to approve. */
  readonly member: string | null;
}

/**
 * ME-9: one person's approval. The last that is needed makes it a member in the same transaction: the organisation, its membership, and its
 * first person, who is invited as administrator and focal point.
 */
export const approveApplication = (granted: PermitFor<typeof applicationPolicy.approve>, occasion: Occasion, { organisation_id, note }: Approval): Promise<Result<Approved>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockApplication(tx, granted.subject.id);
    granted.again(row);
    if (needsWords(row.mail_finding) && note.trim() === '') return refused(problem('members:problems.say_how', 'note'));
    if (row.approved_by.length > 0 && row.origin === 'applied' && row.organisation_id !== organisation_id) return refused(problem('members:problems.other_choice', 'organisation'));
    await noteAct(tx, granted, occasion, { application_id: row.id, kind: 'approval', body: note === '' ? null : note });
    const approved = { ...row, organisation_id, approved_by: [...row.approved_by, granted.actor.kind === 'person' ? granted.actor.id : ''] };
    return completeIn(tx, granted.actor, occasion, approved);
  });

/** Takes an invitation to join: with enough approvals it is a member at once, else it waits for the second person. */
export const takeInvitation = (granted: PermitFor<typeof applicationPolicy.answer>, occasion: Occasion, said: Parameters<typeof takeInvitationIn>[3]): Promise<Result<Approved>> =>
  inTransaction(granted, occasion, async (tx) => {
    const taken = await takeInvitationIn(tx, granted, occasion, said);
    if (!taken.ok) return taken;
    const row = { ...taken.value, version: taken.value.version + 1 };
    // The organisation, its membership and its roles are given by whoever invited it; if they may no longer, somebody else approves.
    const inviter = await personActor(row.approved_by[0] ?? '', occasion.now, tx).catch(() => anyone);
    if (may(applicationPolicy.invite, inviter, row).allowed) return completeIn(tx, inviter, occasion, row);
    await tellDesk(tx, row, 'waiting', occasion.now);
    return done({ ref: row.ref, member: null });
  });

async function completeIn(tx: Tx, actor: Actor, occasion: Occasion, row: LockedApplication): Promise<Result<Approved>> {
  if (row.approved_by.length < approvalsNeeded(row.constituency)) {
    await settleApprovalIn(tx, row, { status: 'under_review', organisation_id: row.organisation_id, membership_id: null });
    await tellDesk(tx, row, 'second', occasion.now);
    return done({ ref: row.ref, member: null });
  }
  const organisation = await organisationOf(tx, actor, occasion, row);
  if (!organisation.ok) return organisation;
  const { id: organisation_id, ref: member } = organisation.value;
  const admission = permit(membershipPolicy.admit, actor, { coalition_id: row.coalition_id, organisation_id, above: row.above });
  const admitted = await admitMemberIn(tx, admission, occasion, { category: row.category, joined_on: dayOf(occasion.now) });
  if (!admitted.ok) return admitted;
  const spoken = await firstPerson(tx, actor, occasion, row, organisation_id);
  if (!spoken.ok) return spoken;
  await settleApprovalIn(tx, row, { status: 'approved', organisation_id, membership_id: admitted.value.id });
  return done({ ref: row.ref, member });
}

/** The organisation that it is: one that is here, or a new one. Likely duplicates were shown to whoever approved. */
async function organisationOf(tx: Tx, actor: Actor, occasion: Occasion, row: LockedApplication): Promise<Result<{ id: string; ref: string }>> {
  if (row.organisation_id !== null) {
    const here = await tx.selectFrom('organisations').select(['id', 'ref', 'status']).where('id', '=', row.organisation_id).executeTakeFirst();
    return here?.status === 'active' ? done(here) : refused(problem('members:problems.not_active', 'organisation'));
  }
  const { name, short_name, type_code, constituency, country_iso2, website, identifiers } = row;
  const form = { name, short_name, type_code, type_missing: type_code === null ? 'not-stated' : null, constituency, country_iso2, website, identifiers };
  const seen = (await likelyDuplicates(tx, form)).map(({ id }) => id);
  const registered = await registerOrganisationIn(tx, permit(organisationPolicy.register, actor, { register: true }), occasion, { ...form, seen });
  return registered.ok ? registered : refused(...registered.problems.map(({ code }) => problem(code, 'organisation')));
}

/** Its first person: administrator and focal point. Who has an account already keeps it. */
async function firstPerson(tx: Tx, actor: Actor, occasion: Occasion, row: LockedApplication, organisation_id: string): Promise<Result<null>> {
  const coalition_ids = row.above;
  const place = { organisation_id, coalition_ids };
  const person = row.contact_id === null
    ? await addPersonIn(tx, permit(peoplePolicy.invite, actor, place), occasion, { name: row.contact_name, mail: row.contact_mail, language: row.language, time_zone: 'UTC', publish_name: row.publish_name, title: row.contact_title })
    : done({ person_id: row.contact_id });
  if (!person.ok) return person;
  const { person_id } = person.value;
  if (row.contact_id !== null && !(await belongs(tx, person_id, organisation_id))) {
    const affiliated = await affiliatePersonIn(tx, permit(peoplePolicy.affiliate, actor, place), occasion, { person_id, title: row.contact_title });
    if (!affiliated.ok) return affiliated;
  }
  for (const role of ['org_admin', 'focal_point'] as const) {
    const granted = permit(rolePolicy.grant, actor, { person_id, role, scope: { ...platform, organisation_id }, coalition_ids });
    const given = await grantRoleIn(tx, granted, occasion, { ends_at: null, reason: row.ref, told: true });
    if (!given.ok && !given.problems.every(({ code }) => code === 'accounts:problems.role_held')) return given;
  }
  const known = await tx.selectFrom('credentials').select('person_id').where('person_id', '=', person_id).executeTakeFirst();
  const secret = known === undefined ? await offerLinkIn(tx, { personId: person_id, purpose: 'invitation', now: occasion.now }) : undefined;
  await sendAdmission(tx, person_id, { name: row.name, ref: row.ref, secret, key: secret === undefined ? row.id : hashOf(secret) }, occasion.now);
  return done(null);
}

async function belongs(tx: Tx, person_id: string, organisation_id: string): Promise<boolean> {
  return (await tx.selectFrom('affiliations').select('id').where('person_id', '=', person_id).where('organisation_id', '=', organisation_id).where('until_on', 'is', null).executeTakeFirst()) !== undefined;
}
