import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findHandover } from './queries.server';

/** Who asks, signed in, and the hand-over of the address, if it concerns them. */
export async function requireHandover({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const handover = await findHandover(viewer, params['id'] ?? '');
  if (handover === undefined) throw notFound();
  return { viewer, view: { language: languageOf(request, viewer), now: context.now }, handover };
}
