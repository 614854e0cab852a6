import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findClaim } from './queries.server';

/** Who asks, signed in, and the accepted update of the address, where they may read it. */
export async function requireClaim({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const claim = await findClaim(viewer, params['ref'] ?? '', params['cycle'] ?? '', { language, now: context.now });
  if (claim === undefined) throw notFound();
  return { viewer, language, claim };
}
