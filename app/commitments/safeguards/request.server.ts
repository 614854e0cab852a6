import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findSafeguard } from './queries.server';

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>;

/** Who asks, signed in, and the commitment of the address with its latest safeguard, if there is one, for those who work on it. */
export async function requireSafeguarded({ request, params, context }: Asked) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const found = await findSafeguard(viewer, params['ref'] ?? '', { language, now: context.now });
  if (found === undefined) throw notFound();
  return { viewer, language, ...found };
}

/** The same, where there is a safeguard to act on. */
export async function requireSafeguard(asked: Asked) {
  const { safeguard, ...found } = await requireSafeguarded(asked);
  if (safeguard === undefined) throw notFound();
  return { ...found, safeguard };
}
