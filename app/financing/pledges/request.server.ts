import type { AppLoadContext } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findPledge } from './queries.server';

/** Who asks, signed in, and the pledge of the address; one that they may not read is as absent as one that is not there. */
export async function requirePledge(request: Request, params: Readonly<Record<string, string | undefined>>, context: AppLoadContext) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const pledge = await findPledge(viewer, params['ref'] ?? '', view);
  if (pledge === undefined) throw notFound();
  return { viewer, view, pledge };
}
