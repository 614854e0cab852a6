import { withoutBindings } from './model';

/** Over its limit by more than this part of it, a text is not signed off; languages do not need the same number of words. */
const tolerated = { authoritative: 0.1, translation: 0.3 } as const;

/** How many words a text has, without marks and figures. A language that does not part words with spaces has words too (Unicode UAX 29, with the dictionaries of ICU). */
export function wordsIn(body: string, language: string): number {
  const plain = withoutBindings(body).replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/[*_`#>[\]]/g, '');
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(plain)) if (isWordLike === true) words++;
  return words;
}

/** SE-3: how a text stands to its limit. `over` is told and kept; `stops` is not signed off. */
export type LimitStanding = 'free' | 'within' | 'over' | 'stops';

export function standingOf({ words, limit, translation }: { readonly words: number; readonly limit: number | null; readonly translation: boolean }): LimitStanding {
  if (limit === null) return 'free';
  if (words <= limit) return 'within';
  return words > mostWords(limit, translation) ? 'stops' : 'over';
}

/** The most words with which a text is signed off. */
export const mostWords = (limit: number, translation: boolean): number => Math.floor(limit * (1 + (translation ? tolerated.translation : tolerated.authoritative)) + 1e-9);
