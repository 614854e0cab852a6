import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findPartnership } from './queries.server';

/** Who asks, signed in, and the partnership of the address, for its two sides. */
export async function requirePartnership({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const found = await findPartnership(viewer, params['ref'] ?? '', params['organisation'] ?? '', { now: context.now });
  if (found === undefined) throw notFound();
  return { viewer, language: languageOf(request, viewer), ...found };
}
