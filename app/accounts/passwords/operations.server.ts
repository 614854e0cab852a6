import { permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { anyone } from '#app/access/actor';
import { database, type Tx } from '#app/platform/database.server';
import { networkOf, takeTry } from '#app/platform/rate-limit.server';
import { consumeLinkIn, offerLinkIn, type Link } from '../links/link.server';
import { endOtherLogins } from '../login/login.server';
import { normalAddress } from '../model';
import { sendResetLink, tellOfPassword } from '../notices.server';
import { accountPolicy } from '../policy';
import { hashOf } from '../secrets.server';
import { hashPassword, isPassword } from './hash.server';
import { weaknessOf } from './strength.server';

/** Stores the hash of a password. */
export async function storePasswordIn(tx: Tx, person_id: string, password_hash: string, now: Date): Promise<void> {
  await tx.insertInto('credentials').values({ person_id, password_hash, changed_at: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ password_hash, changed_at: now })).execute();
}

/** Every answer takes at least this long, so that its time does not tell whether a mail was written. */
const evenMs = 400;

/**
 * AC-3, AC-5: writes a mail with a link to an address that can sign in, and nothing to any other. Nobody learns which of the two it
 * was; too many requests are not answered by a mail either.
 */
export async function askPasswordReset({ mail, client }: { readonly mail: string; readonly client: string }, occasion: Occasion): Promise<void> {
  const even = new Promise((resolve) => setTimeout(resolve, evenMs));
  const address = normalAddress(mail);
  const { now } = occasion;
  const tries = await Promise.all([
    takeTry({ bucket: `reset:account:${hashOf(address)}`, most: 3, minutes: 60 }, now),
    takeTry({ bucket: `reset:network:${networkOf(client)}`, most: 30, minutes: 60 }, now),
  ]);
  if (tries.every(Boolean)) await offerReset(address, occasion);
  await even;
}

async function offerReset(address: string, occasion: Occasion): Promise<void> {
  const granted = permit(accountPolicy.forgotten, anyone, { address });
  await inTransaction(granted, { now: occasion.now, request: occasion.request }, async (tx) => {
    const person = await tx.selectFrom('person_mails as m').innerJoin('people as p', 'p.id', 'm.person_id').innerJoin('credentials as c', 'c.person_id', 'p.id')
      .select('p.id').where('m.address', '=', address).where('p.erased_at', 'is', null).where('p.suspended_at', 'is', null).executeTakeFirst();
    if (person !== undefined) await sendResetLink(tx, person.id, await offerLinkIn(tx, { personId: person.id, purpose: 'password_reset', now: occasion.now }), occasion.now);
    return done(null);
  });
}

/** AC-2, AC-3: sets the password that the holder of a link chose, uses the link up, and ends every sign-in of that person. */
export async function resetPassword(granted: PermitFor<typeof accountPolicy.reset>, occasion: Occasion, { link, password }: { link: Link; password: string }): Promise<Result<null>> {
  const weak = await weaknessOf(password, [link.name, link.mail]);
  if (weak !== undefined) return refused(weak);
  const password_hash = await hashPassword(password);
  return inTransaction(granted, occasion, async (tx) => {
    if (!(await consumeLinkIn(tx, { ...granted.subject, purpose: 'password_reset' }, occasion.now))) return refused(problem('accounts:problems.link_used'));
    await storePasswordIn(tx, granted.subject.person_id, password_hash, occasion.now);
    await endOtherLogins(tx, granted.subject.person_id);
    await tellOfPassword(tx, granted.subject.person_id, occasion.now);
    return done(null);
  });
}

interface Change {
  readonly current: string;
  readonly password: string;
  /** The sign-in that goes on; all others end. */
  readonly cookieHeader: string | undefined;
}

/** Changes the password of whoever knows the present one. */
export async function changePassword(granted: PermitFor<typeof accountPolicy.changePassword>, occasion: Occasion, { current, password, cookieHeader }: Change): Promise<Result<null>> {
  const { person_id } = granted.subject;
  const { now } = occasion;
  if (!(await takeTry({ bucket: `password:account:${hashOf(person_id)}`, most: 10, minutes: 15 }, now))) return refused(problem('accounts:problems.too_many', undefined, { minutes: 15 }));
  const known = await database().selectFrom('people as p').leftJoin('credentials as c', 'c.person_id', 'p.id').leftJoin('person_mails as m', 'm.person_id', 'p.id')
    .select(['p.name', 'm.address', 'c.password_hash']).where('p.id', '=', person_id).executeTakeFirst();
  if (!(await isPassword(current, known?.password_hash ?? undefined))) return refused(problem('accounts:problems.wrong_password', 'current'));
  const weak = await weaknessOf(password, [known?.name ?? '', known?.address ?? '']);
  if (weak !== undefined) return refused(weak);
  const password_hash = await hashPassword(password);
  return inTransaction(granted, occasion, async (tx) => {
    await storePasswordIn(tx, person_id, password_hash, now);
    await endOtherLogins(tx, person_id, cookieHeader);
    await tellOfPassword(tx, person_id, now);
    return done(null);
  });
}
