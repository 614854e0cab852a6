/** The six languages of the portal, in the order of its language switch. */
export const LANGUAGES = ['en', 'fr', 'es', 'ar', 'ru', 'zh'] as const;

/** A language in which every word of the portal exists. */
export type Language = (typeof LANGUAGES)[number];

/** One text in each of the six languages. */
export type Localised = Readonly<Record<Language, string>>;

export type Direction = 'ltr' | 'rtl';

/** How each language names itself, and the direction in which it is written. */
export const LANGUAGE_FACTS: Readonly<Record<Language, { readonly nativeName: string; readonly direction: Direction }>> = {
  en: { nativeName: 'English', direction: 'ltr' },
  fr: { nativeName: 'Français', direction: 'ltr' },
  es: { nativeName: 'Español', direction: 'ltr' },
  ar: { nativeName: 'العربية', direction: 'rtl' },
  ru: { nativeName: 'Русский', direction: 'ltr' },
  zh: { nativeName: '中文', direction: 'ltr' },
};

/** Whether a text from outside (an address, a header, a cell) names one of the six. */
export function isLanguage(value: string): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** Builds a localised text from its six versions, in the order of {@link LANGUAGES}. */
export function localised(en: string, fr: string, es: string, ar: string, ru: string, zh: string): Localised {
  return { en, fr, es, ar, ru, zh };
}

/**
 * Languages in which content may be written: what a commitment, a platform or a piece of content can say it is in.
 * BCP 47 tags with the shortest subtag that identifies the language; `language-names.ts` names them.
 */
export const CONTENT_LANGUAGES = [
  'aa', 'ab', 'af', 'ak', 'am', 'ar', 'as', 'ast', 'ay', 'az', 'ba', 'be', 'bem', 'ber', 'bg', 'bi', 'bm', 'bn', 'bo', 'br', 'bs',
  'ca', 'ceb', 'ch', 'cnr', 'co', 'crs', 'cs', 'cv', 'cy', 'da', 'de', 'din', 'dv', 'dz', 'ee', 'el', 'en', 'es', 'et', 'eu', 'fa',
  'ff', 'fi', 'fil', 'fj', 'fo', 'fon', 'fr', 'fy', 'ga', 'gd', 'gil', 'gl', 'gn', 'gsw', 'gu', 'gv', 'ha', 'he', 'hi', 'hif',
  'ho', 'hr', 'ht', 'hu', 'hy', 'id', 'ig', 'is', 'it', 'iu', 'ja', 'jam', 'jv', 'ka', 'kab', 'kg', 'ki', 'kk', 'kl', 'km', 'kn',
  'ko', 'kr', 'ks', 'ku', 'ky', 'la', 'lb', 'lg', 'ln', 'lo', 'lt', 'lu', 'lv', 'mai', 'mg', 'mh', 'mi', 'mk', 'ml', 'mn', 'mos',
  'mr', 'ms', 'mt', 'my', 'na', 'nb', 'nd', 'ne', 'niu', 'nl', 'nn', 'no', 'nr', 'nso', 'nv', 'ny', 'nyn', 'nzs', 'oc', 'om', 'or',
  'os', 'pa', 'pap', 'pau', 'pl', 'ps', 'pt', 'qu', 'rar', 'rm', 'rn', 'ro', 'rom', 'ru', 'rw', 'sa', 'sat', 'sc', 'sd', 'se',
  'sfs', 'sg', 'sgn', 'si', 'sk', 'sl', 'sm', 'sn', 'so', 'sq', 'sr', 'srn', 'ss', 'st', 'su', 'sv', 'sw', 'ta', 'te', 'tet', 'tg',
  'th', 'ti', 'tk', 'tkl', 'tn', 'to', 'tpi', 'tr', 'ts', 'tt', 'tvl', 'ty', 'ug', 'uk', 'ur', 'uz', 've', 'vi', 'wo', 'xh', 'yi',
  'yo', 'za', 'zdj', 'zgh', 'zh', 'zu',
] as const;
