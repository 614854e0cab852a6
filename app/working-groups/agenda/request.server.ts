import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findSession } from '#app/working-groups/sessions/queries.server';
import { findItem } from './item.server';

/** The item that an address names, for whoever is in the room of its group. */
export async function requireItem({ request, params, context }: { readonly request: Request; readonly params: LoaderFunctionArgs['params']; readonly context: AppLoadContext }) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const session = await findSession(viewer, params['ref'] ?? '', view);
  const item = session === undefined ? undefined : await findItem(viewer, session, params['item'] ?? '', view);
  if (session === undefined || item === undefined) throw notFound();
  return { viewer, view, session, item };
}
