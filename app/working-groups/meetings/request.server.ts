import type { AppLoadContext } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findMeeting } from './queries.server';

/** The meeting that an address names, for a person who may see it. */
export async function meetingAt({ request, params, context }: { request: Request; params: Readonly<Record<string, string | undefined>>; context: AppLoadContext }) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const meeting = await findMeeting(person, params['ref'] ?? '', view);
  if (meeting === undefined) throw notFound();
  return { person, view, meeting };
}
