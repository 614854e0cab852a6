import type { AppLoadContext } from '@remix-run/node';
import { safeNext } from '#app/paths';
import { database } from '#app/platform/database.server';
import { networkOf, takeTry } from '#app/platform/rate-limit.server';
import { readCookie, writeCookie } from '../cookies.server';
import { holderOf } from '../login/login.server';
import { keptMinutes, later } from '../model';
import { hashOf, newSecret } from '../secrets.server';

/** A form that was posted without a sign-in, as it was: the address, and each field's name and value in their order. */
export interface KeptForm {
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const mostCharacters = 400_000;
const mostFields = 2_000;

/**
 * AC-4: keeps a posted form until the person is back. No route has to know of it: its fields are posted again, by a press of a
 * button, to the address they were meant for. Files and passwords are never kept. The key is in a cookie; the row is found by its
 * hash together with whose sign-in had ended, so that the next person at the same machine does not find it.
 *
 * @returns the cookie to set, or undefined where nothing could be kept (no form, too much, too often).
 */
export async function keepForm(request: Request, { client, now }: Pick<AppLoadContext, 'client' | 'now'>): Promise<string | undefined> {
  const { pathname, search } = new URL(request.url);
  const path = safeNext(pathname + search);
  if (path === undefined || !(await takeTry({ bucket: `kept-form:${networkOf(client)}`, most: 60, minutes: 60 }, now))) return undefined;
  const fields = await textFields(request);
  if (fields === undefined) return undefined;
  const secret = newSecret();
  const holder = await holderOf(request.headers.get('Cookie') ?? undefined);
  await database().deleteFrom('kept_forms').where('expires_at', '<', now).execute();
  await database().insertInto('kept_forms').values({ secret_hash: keyOf(secret, holder), path, fields, expires_at: later(now, keptMinutes) }).execute();
  return writeCookie('concord-kept', secret, keptMinutes * 60);
}

/** What was kept for this browser and this person; theirs too is what was posted before anybody had signed in. */
export async function findKeptForm(cookieHeader: string | undefined, personId: string, now: Date): Promise<KeptForm | undefined> {
  const secret = readCookie(cookieHeader, 'concord-kept');
  if (secret === undefined) return undefined;
  const found = await database().selectFrom('kept_forms').select(['path', 'fields'])
    .where('secret_hash', 'in', [keyOf(secret, personId), keyOf(secret, undefined)]).where('expires_at', '>', now).executeTakeFirst();
  return found === undefined ? undefined : { path: found.path, fields: found.fields as unknown as KeptForm['fields'] };
}

/** Forgets what was kept. */
export async function discardKeptForm(cookieHeader: string | undefined, personId: string): Promise<void> {
  const secret = readCookie(cookieHeader, 'concord-kept');
  if (secret !== undefined) await database().deleteFrom('kept_forms').where('secret_hash', 'in', [keyOf(secret, personId), keyOf(secret, undefined)]).execute();
}

const keyOf = (secret: string, personId: string | undefined): string => hashOf(`${secret} ${personId ?? 'anyone'}`);

async function textFields(request: Request): Promise<[string, string][] | undefined> {
  const posted = await request.formData().catch(() => undefined);
  if (posted === undefined) return undefined;
  const fields: [string, string][] = [];
  let characters = 0;
  for (const [name, value] of posted) {
    if (typeof value !== 'string' || /passw|secret/i.test(name)) continue;
    // PostgreSQL has no room for NUL in text.
    fields.push([name.replaceAll('\0', ''), value.replaceAll('\0', '').toWellFormed()]);
    characters += name.length + value.length;
  }
  return characters > mostCharacters || fields.length > mostFields ? undefined : fields;
}
