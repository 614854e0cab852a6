import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findRequest } from './queries.server';

/** Who asks, and about which request: the start of every act on one. */
export async function askedRequest({ request, params, context }: { readonly request: Request; readonly params: LoaderFunctionArgs['params']; readonly context: AppLoadContext }) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const record = await findRequest(viewer, params['ref'] ?? '', { language, now: context.now });
  if (record === undefined) throw notFound();
  return { viewer, language, record };
}
