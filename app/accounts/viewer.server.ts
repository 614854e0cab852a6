import { redirect, type AppLoadContext } from '@remix-run/node';
import { anyone, type Actor, type PersonActor } from '#app/access/actor';
import { isLanguage, preferredLanguage, type Language } from '#app/languages/language';
import { languageOfPath, paths, safeNext } from '#app/paths';
import { readCookie } from './cookies.server';
import { keepForm } from './kept-forms/kept-form.server';
import { isConfirmed, luciaAt } from './login/login.server';
import { actorFrom } from './login/person.server';

export { personActor } from './login/person.server';

/** Who asks, by the cookie: one statement for the sign-in, the person, and the roles and affiliations in force at `now` (PE-3). */
export async function viewerOf(cookieHeader: string | undefined, now: Date): Promise<Actor> {
  const secret = readCookie(cookieHeader, 'concord');
  if (secret === undefined) return anyone;
  const { user } = await luciaAt(now).validateSession(secret);
  return user === null ? anyone : actorFrom(user.id, user);
}

/** The language of a page whose address names none: the profile's; who is not signed in chooses it (`?lang=fr`), else their browser does (AC-11). */
export function languageOf(request: Request, viewer: Actor): Language {
  const own = viewer.kind === 'person' ? viewer.language : chosenLanguage(request);
  return isLanguage(own) ? own : preferredLanguage(request.headers.get('Accept-Language'));
}

const chosenLanguage = (request: Request): string | undefined => new URL(request.url).searchParams.get('lang') ?? undefined;

/** The person who asks. Anybody else is led to the sign-in page and back; a form that they posted is kept until then (AC-4). */
export async function requirePerson(context: AppLoadContext, request: Request): Promise<PersonActor> {
  const viewer = await context.viewer();
  if (viewer.kind === 'person') return viewer;
  const chosen = languageOfPath(new URL(request.url).pathname) ?? chosenLanguage(request);
  throw await leadTo((next) => paths.signIn(next, isLanguage(chosen) ? chosen : undefined), context, request);
}

/**
 * The person who asks, having shown who they are within ten minutes (AC-7): for publishing, granting roles, exporting in bulk.
 * Otherwise their password is asked again first; a form that they posted is kept until then.
 */
export async function requireConfirmed(context: AppLoadContext, request: Request): Promise<PersonActor> {
  const person = await requirePerson(context, request);
  if (await isConfirmed(request.headers.get('Cookie') ?? undefined, context.now)) return person;
  throw await leadTo(paths.confirm, context, request);
}

/** A redirect to a page that asks for something first, and then leads on to what was asked for. */
async function leadTo(page: (next: string) => string, context: AppLoadContext, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const here = safeNext(pathname + search) ?? paths.my;
  const kept = request.method === 'POST' ? await keepForm(request, context) : undefined;
  if (kept === undefined) return redirect(page(here), 303);
  return redirect(page(paths.signInContinue), { status: 303, headers: { 'Set-Cookie': kept } });
}
