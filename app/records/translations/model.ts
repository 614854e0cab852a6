/** How a translation stands to the authoritative words. */
export type Freshness = 'authoritative' | 'missing' | 'outdated' | 'machine' | 'unchecked' | 'checked';

/** Who translated: a machine's words are labelled until a person has checked them. */
export const translationOrigins = ['human', 'machine'] as const;
export type TranslationOrigin = (typeof translationOrigins)[number];

export interface TranslatedWords {
  readonly language: string;
  readonly origin: TranslationOrigin;
  readonly checked_by: string | null;
  /** The state of the authoritative words that it was made from. */
  readonly source_version: number;
}

/** What is the matter with words in a language, worst first. `state`: that of the authoritative words now. */
export function freshnessOf(words: TranslatedWords | undefined, authoritative: string, state: number): Freshness {
  if (words === undefined) return 'missing';
  if (words.language === authoritative) return 'authoritative';
  if (words.source_version < state) return 'outdated';
  if (words.checked_by !== null) return 'checked';
  return words.origin === 'machine' ? 'machine' : 'unchecked';
}
