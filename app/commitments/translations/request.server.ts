import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { canonicalTag } from '#app/languages/content';
import { notFound } from '#app/platform/http/answers.server';
import { findTranslations } from './queries.server';

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>;

/** Who asks, signed in, and the commitment of the address with its texts, for those who work on it. */
export async function requireTranslated({ request, params, context }: Asked) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const found = await findTranslations(viewer, params['ref'] ?? '', { language, now: context.now });
  if (found === undefined) throw notFound();
  return { viewer, language, ...found };
}

/** The same with the language of the address: any but the authoritative one, written as everybody writes it. */
export async function requireTranslation(asked: Asked) {
  const found = await requireTranslated(asked);
  const writing = asked.params['language'] ?? '';
  if (canonicalTag(writing) !== writing || writing === found.authoritative.language) throw notFound();
  return { ...found, writing, text: found.texts.find(({ language }) => language === writing) };
}
