import { done, problem, refused, type Result } from '#app/access/result';
import { database } from '#app/platform/database.server';
import { forgetTries, networkOf, takeTry, type Limit } from '#app/platform/rate-limit.server';
import { demoDomain, normalAddress } from '../model';
import { isPassword } from '../passwords/hash.server';
import { hashOf } from '../secrets.server';
import { beginLogin, noteConfirmation } from './login.server';

/** What a sign-in comes from. */
export interface Asking {
  readonly cookieHeader: string | undefined;
  /** The network address, which the client cannot choose. */
  readonly client: string;
  readonly now: Date;
}

const minutes = 15;
/** AC-5. The account's limit is known by the hash of the address, so that unknown ones are counted alike and none is written down. */
const accountLimit = (address: string): Limit => ({ bucket: `sign-in:account:${hashOf(address)}`, most: 10, minutes });
const networkLimit = (client: string): Limit => ({ bucket: `sign-in:network:${networkOf(client)}`, most: 60, minutes });

/** Signs in with a password. The answer is the same, and takes as long, whether the address or the password is unknown. */
export async function signIn({ mail, password }: { readonly mail: string; readonly password: string }, asking: Asking): Promise<Result<{ cookie: string }>> {
  const address = normalAddress(mail);
  if (!(await mayTry(address, asking))) return refused(problem('accounts:problems.too_many', undefined, { minutes }));
  const known = await database()
    .selectFrom('person_mails as m').innerJoin('people as p', 'p.id', 'm.person_id').innerJoin('credentials as c', 'c.person_id', 'p.id')
    .select(['p.id', 'c.password_hash']).where('m.address', '=', address).where('p.erased_at', 'is', null).where('p.suspended_at', 'is', null).executeTakeFirst();
  if (!(await isPassword(password, known?.password_hash)) || known === undefined) return refused(problem('accounts:problems.no_match'));
  await forgetTries(accountLimit(address).bucket);
  return done({ cookie: await beginLogin(known.id, asking.cookieHeader, asking.now) });
}

/** AC-8: signs in as a demonstration account, which has no password. The caller has made sure that this is a demonstration. */
export async function signInToTry(address: string, asking: Asking): Promise<Result<{ cookie: string }>> {
  const known = await database()
    .selectFrom('person_mails as m').innerJoin('people as p', 'p.id', 'm.person_id')
    .select('p.id').where('m.address', '=', normalAddress(address)).where('m.address', 'like', `%${demoDomain}`).where('p.erased_at', 'is', null).where('p.suspended_at', 'is', null).executeTakeFirst();
  if (known === undefined) return refused(problem('accounts:problems.no_match'));
  return done({ cookie: await beginLogin(known.id, asking.cookieHeader, asking.now) });
}

/** Whether somebody who is signed in has a password; demonstration accounts have none. */
export async function hasPassword(personId: string): Promise<boolean> {
  return (await database().selectFrom('credentials').select('person_id').where('person_id', '=', personId).executeTakeFirst()) !== undefined;
}

/** Notes that the person who is signed in has shown who they are (AC-7). Without a stored password a demonstration asks for none. */
export async function confirm(personId: string, password: string | undefined, asking: Asking & { readonly demo: boolean }): Promise<Result<null>> {
  if (!(await mayTry(personId, asking))) return refused(problem('accounts:problems.too_many', undefined, { minutes }));
  const stored = await database().selectFrom('credentials').select('password_hash').where('person_id', '=', personId).executeTakeFirst();
  const shown = stored === undefined ? asking.demo : await isPassword(password ?? '', stored.password_hash);
  if (!shown) return refused(problem('accounts:problems.wrong_password', 'password'));
  await forgetTries(accountLimit(personId).bucket);
  await noteConfirmation(asking.cookieHeader, asking.now);
  return done(null);
}

async function mayTry(account: string, { client, now }: Asking): Promise<boolean> {
  const tries = await Promise.all([takeTry(accountLimit(account), now), takeTry(networkLimit(client), now)]);
  return tries.every(Boolean);
}
