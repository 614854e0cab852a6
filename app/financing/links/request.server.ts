import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findLink } from './queries.server';

/** Who asks, signed in, and the link of the address; one that is not theirs to see is as absent as one that is not there. */
export async function requireLink({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const link = await findLink(viewer, params['id'] ?? '', view);
  if (link === undefined) throw notFound();
  return { viewer, view, link };
}
