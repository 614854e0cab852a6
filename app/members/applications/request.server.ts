import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requireConfirmed, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findApplication } from './queries.server';

type Asking = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>;

/** Who asks, signed in, and the application of the address; one that they may not read is as absent as one that is not there. */
export async function requireApplication({ request, params, context }: Asking, confirmed = false) {
  const viewer = await (confirmed ? requireConfirmed : requirePerson)(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const application = await findApplication(viewer, params['ref'] ?? '', view);
  if (application === undefined) throw notFound();
  return { viewer, view, application };
}
