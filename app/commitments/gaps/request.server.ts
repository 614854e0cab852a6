import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findGap, gapRef } from './queries.server';

/** Who asks, signed in, and the data gap of the address with its commitment, where they may read it. */
export async function requireGap({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const found = await findGap(viewer, params['ref'] ?? '', params['id'] ?? '', { language, now: context.now });
  if (found === undefined) throw notFound();
  return { viewer, language, ...found, subject: gapRef(found.commitment, found.gap) };
}
