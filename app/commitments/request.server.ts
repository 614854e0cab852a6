import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findCommitmentRef } from './reference.server';

/** Who asks, signed in (or asked for the password again), and the commitment of the address, where they may read it. */
export async function requireCommitment({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>, requires = requirePerson) {
  const viewer = await requires(context, request);
  const language = languageOf(request, viewer);
  const commitment = await findCommitmentRef(viewer, params['ref'] ?? '', { language, now: context.now });
  if (commitment === undefined) throw notFound();
  return { viewer, language, commitment };
}
