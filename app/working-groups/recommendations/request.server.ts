import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findRecommendation } from './queries.server';

/** Who asks, signed in, and the recommendation of the address, where they may see it. */
export async function requireRecommendation({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const found = await findRecommendation(viewer, params['ref'] ?? '', view);
  if (found === undefined) throw notFound();
  return { viewer, view, found };
}
