import { languages } from './language';

/**
 * The language of what people write: a BCP 47 tag. The portal speaks six languages, its members write in any; `Language` is for the former.
 * Tags come from forms, files and addresses, where they may be anything.
 */
const form = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/;

/** A tag as everybody writes it (`pt-BR` for `PT-br`), or undefined for a text that is none. */
export function canonicalTag(text: string): string | undefined {
  try {
    const tag = Intl.getCanonicalLocales(text.trim())[0];
    return tag !== undefined && form.test(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** What a form offers: one of the six, or another one that is typed. */
export const anotherLanguage = 'other';

/** A language as two fields say it. */
export const languageValues = (tag: string): { readonly language: string; readonly language_other: string } =>
  tag === '' || languages.some((one) => one === tag) ? { language: tag, language_other: '' } : { language: anotherLanguage, language_other: tag };

/** What two fields say: undefined where nothing was chosen, null where it is no language. */
export function languageOfFields({ language, language_other }: { readonly language?: string | undefined; readonly language_other?: string | undefined }): string | null | undefined {
  const said = language === anotherLanguage ? (language_other ?? '') : language;
  return said === undefined ? undefined : (canonicalTag(said) ?? null);
}
