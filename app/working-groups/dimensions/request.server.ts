import type { AppLoadContext } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findGroup } from '#app/working-groups/queries.server';
import { dimensionPolicy } from './policy';

interface Asked {
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: AppLoadContext;
}

/** The group that an address names, for whoever keeps its dimensions. */
export async function dimensionsAt({ request, params, context }: Asked) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const group = await findGroup(person, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  return { person, view, group, granted: permit(dimensionPolicy.keep, person, group) };
}
