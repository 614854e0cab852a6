import type { LoaderFunctionArgs } from '@remix-run/node';
import { may } from '#app/access/permit';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { isId } from '#app/platform/identity';
import { reportPolicy } from '../policy';
import { findAsked } from './queries.server';

/** The passage that an address names, for those who speak for the member that it is about, also once the window is closed; for everybody else it is absent. */
export async function askedAt({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const id = params['id'] ?? '';
  const asked = isId(id) ? await findAsked(viewer, params['ref'] ?? '', id, { language, now: context.now }) : undefined;
  if (asked === undefined || !may(reportPolicy.reply, viewer, { ...asked, window_open: true }).allowed) throw notFound();
  return { viewer, language, asked };
}
