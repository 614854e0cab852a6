import { notFound } from '#app/platform/http/answers.server';
import { isLanguage, type Language } from './language';

/** The language of a public page, from its address; another word there is no page. */
export function requireLanguage(params: Readonly<Record<string, string | undefined>>): Language {
  const asked = params['lang'];
  if (!isLanguage(asked)) throw notFound();
  return asked;
}
