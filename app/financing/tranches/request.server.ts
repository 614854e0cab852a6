import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findTranche } from './queries.server';

/** Who asks, signed in, and the tranche of the address; that of a pledge that they may not read is as absent as one that is not there. */
export async function requireTranche({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const tranche = await findTranche(viewer, params['id'] ?? '', view);
  if (tranche === undefined) throw notFound();
  return { viewer, view, tranche };
}
