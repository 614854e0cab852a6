import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findMilestone } from './queries.server';

/** Who asks, signed in, and the milestone of the address with its commitment, where they may read it. */
export async function requireMilestone({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const found = await findMilestone(viewer, params['ref'] ?? '', params['id'] ?? '', { language, now: context.now });
  if (found === undefined) throw notFound();
  return { viewer, language, ...found, subject: { ...found.commitment, milestone_id: found.milestone.id } };
}
