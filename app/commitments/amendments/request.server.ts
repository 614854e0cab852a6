import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findAmendment } from './queries.server';

/** Who asks, signed in, and the amendment of the address with its commitment, for those who work on it. */
export async function requireAmendment({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const found = await findAmendment(viewer, params['ref'] ?? '', params['number'] ?? '', { language, now: context.now });
  if (found === undefined) throw notFound();
  return { viewer, language, ...found };
}
