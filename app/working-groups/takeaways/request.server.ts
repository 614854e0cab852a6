import type { AppLoadContext } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findTakeaway } from './queries.server';

/** The takeaway that an address names, for a person who may see it. */
export async function takeawayAt({ request, params, context }: { request: Request; params: Readonly<Record<string, string | undefined>>; context: AppLoadContext }) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const takeaway = await findTakeaway(person, params['ref'] ?? '', view);
  if (takeaway === undefined) throw notFound();
  return { person, view, takeaway };
}
