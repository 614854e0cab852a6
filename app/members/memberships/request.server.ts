import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findCurrentMembership } from './queries.server';

/** Who asks, signed in, and the membership in force of the address. */
export async function requireMembership({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const membership = await findCurrentMembership(viewer, params['id'] ?? '', view);
  if (membership === undefined) throw notFound();
  return { viewer, view, membership };
}
