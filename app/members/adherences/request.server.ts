import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findAdherence } from './queries.server';

/** Who asks, signed in, and the adherence of the address, if they may read it. */
export async function requireAdherence({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const adherence = await findAdherence(viewer, params['id'] ?? '', view);
  if (adherence === undefined) throw notFound();
  return { viewer, view, adherence };
}
