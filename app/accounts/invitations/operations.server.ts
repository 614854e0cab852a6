import { sql } from 'kysely';
import { permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import type { NewPerson, Profile } from '#app/members/people/model';
import { addPersonIn, updateProfileIn, verifyMailIn } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { platform } from '#app/members/people/roles/model';
import { grantRoleIn } from '#app/members/people/roles/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { consumeLinkIn, offerLinkIn, withdrawLinksIn, type Link } from '../links/link.server';
import { endOtherLogins } from '../login/login.server';
import { sendInvitation } from '../notices.server';
import { hashPassword } from '../passwords/hash.server';
import { storePasswordIn } from '../passwords/operations.server';
import { weaknessOf } from '../passwords/strength.server';
import type { accountPolicy } from '../policy';

/** Who is invited; the address is what makes it an invitation. */
export interface Invited extends NewPerson {
  readonly mail: string;
}

/** Makes somebody known and writes to them: the link in the mail lets them choose a password within seven days. */
export const invitePerson = (granted: PermitFor<typeof peoplePolicy.invite>, occasion: Occasion, form: Invited): Promise<Result<{ person_id: string }>> =>
  inTransaction(granted, occasion, (tx) => invitePersonIn(tx, granted, occasion, form));

export async function invitePersonIn(tx: Tx, granted: PermitFor<typeof peoplePolicy.invite>, occasion: Occasion, form: Invited): Promise<Result<{ person_id: string }>> {
  const added = await addPersonIn(tx, granted, occasion, form);
  if (added.ok) await offerInvitationIn(tx, added.value.person_id, occasion.now);
  return added;
}

/** Writes again to somebody who has not answered; the earlier link ends. */
export const inviteAgain = (granted: PermitFor<typeof peoplePolicy.invite>, occasion: Occasion, { person_id }: { person_id: string }): Promise<Result<null>> =>
  inTransaction(granted, occasion, async (tx) => {
    const waiting = await tx.selectFrom('people as p').innerJoin('person_mails as m', 'm.person_id', 'p.id').leftJoin('credentials as c', 'c.person_id', 'p.id')
      .select('p.id').where('p.id', '=', person_id).where('c.person_id', 'is', null)
      .where('p.erased_at', 'is', null).where('p.suspended_at', 'is', null).executeTakeFirst();
    if (waiting === undefined) return refused(problem('accounts:problems.has_answered'));
    await offerInvitationIn(tx, person_id, occasion.now);
    return done(null);
  });

/** Takes back an invitation that nobody has answered: its link works no longer. */
export const revokeInvitation = (granted: PermitFor<typeof peoplePolicy.revoke>, occasion: Occasion, { person_id }: { person_id: string }): Promise<Result<null>> =>
  inTransaction(granted, occasion, async (tx) => ((await withdrawLinksIn(tx, person_id, ['invitation'])) ? done(null) : refused(problem('accounts:problems.no_invitation'))));

/** Writes an invitation and returns its secret, for the console alone: an operation must not answer with it. */
async function offerInvitationIn(tx: Tx, personId: string, now: Date): Promise<string> {
  const secret = await offerLinkIn(tx, { personId, purpose: 'invitation', now });
  await sendInvitation(tx, personId, secret, now);
  return secret;
}

/**
 * Invites the first administrator of an installation in which nobody is known. The answer holds the secret of the link, for the
 * terminal of an installation that cannot send mail; the occasion must not carry a form's key, which would store the answer.
 */
export function inviteFirstAdministrator(granted: PermitFor<typeof accountPolicy.initialise>, { now }: Pick<Occasion, 'now'>, form: Invited): Promise<Result<{ secret: string }>> {
  return inTransaction(granted, { now }, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('installation:initialise'))`.execute(tx);
    if ((await tx.selectFrom('people').select('id').limit(1).executeTakeFirst()) !== undefined) return refused(problem('accounts:problems.not_empty'));
    const added = await addPersonIn(tx, permit(peoplePolicy.invite, granted.actor, { organisation_id: null, coalition_ids: [] }), { now }, form);
    if (!added.ok) return added;
    const { person_id } = added.value;
    const role = permit(rolePolicy.grant, granted.actor, { person_id, role: 'platform_admin', scope: platform, coalition_ids: [] });
    const given = await grantRoleIn(tx, role, { now }, { ends_at: null, reason: null });
    return given.ok ? done({ secret: await offerInvitationIn(tx, person_id, now) }) : given;
  });
}

interface Accepted {
  readonly link: Link;
  readonly profile: Profile;
  readonly password: string;
}

/** AC-3: somebody takes their invitation: says who they are, chooses a password, and uses the link up. */
export async function acceptInvitation(granted: PermitFor<typeof accountPolicy.accept>, occasion: Occasion, { link, profile, password }: Accepted): Promise<Result<null>> {
  const weak = await weaknessOf(password, [profile.name, link.name, link.mail]);
  if (weak !== undefined) return refused(weak);
  const password_hash = await hashPassword(password);
  return inTransaction(granted, occasion, async (tx) => {
    if (!(await consumeLinkIn(tx, { ...granted.subject, purpose: 'invitation' }, occasion.now))) return refused(problem('accounts:problems.link_used'));
    const self = permit(peoplePolicy.update, granted.actor, { id: granted.subject.person_id });
    await updateProfileIn(tx, self, profile);
    await verifyMailIn(tx, self, occasion);
    await storePasswordIn(tx, granted.subject.person_id, password_hash, occasion.now);
    await endOtherLogins(tx, granted.subject.person_id);
    return done(null);
  });
}
