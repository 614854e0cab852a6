import { z } from 'zod';
import { textFor } from '#app/languages/catalogues.server';
import { languageOfFields } from '#app/languages/content';
import { languages, type Language } from '#app/languages/language';
import { translationOrigins } from '#app/records/translations/model';
import { longestTitle } from '../model';
import type { Translation } from './model';

const say = (code: string) => `commitments:problems.${code}`;
const words = z.string().trim().max(4000);

const translationInput = z.object({
  title: z.string({ error: say('title') }).trim().min(1, { error: say('title') }).max(longestTitle),
  action: words.optional(),
  problem: words.optional(),
  origin: z.enum(translationOrigins).default('human'),
});

/** A translation as the form posts it; what is left empty is not said in that language. */
export const translationForm = translationInput.transform(({ action = null, problem = null, ...given }): Translation => ({ ...given, action, problem }));

interface AskedLanguage {
  readonly language?: string;
  readonly value: { readonly language: string; readonly language_other: string };
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

/** Which language an address asks to be opened; what was typed comes back with what is wrong with it. */
export function languageAsked(given: URLSearchParams, authoritative: string, reader: Language): AskedLanguage {
  const value = { language: given.get('language') ?? '', language_other: (given.get('language_other') ?? '').slice(0, 40) };
  if (!given.has('language')) return { value: languages.map((one) => ({ language: one, language_other: '' })).find((one) => one.language !== authoritative) ?? value, errors: {} };
  const tag = languageOfFields(value) ?? null;
  const wrong = (code: string) => ({ value, errors: { language_other: [textFor(reader, 'form')(code)] } });
  if (tag === null) return wrong('form:errors.language');
  return tag === authoritative ? wrong('commitments:problems.authoritative_language') : { language: tag, value, errors: {} };
}
