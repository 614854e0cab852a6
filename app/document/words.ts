import type { Text } from '#app/languages/catalogue';
import type { PrintWords } from './document';

const keys = ['contents', 'page', 'figure', 'table', 'source', 'asOf', 'reference', 'version', 'publishedOn', 'figuresAsOf'] as const satisfies readonly (keyof PrintWords)[];

/** The fixed words of a printed document, out of the catalogue `document`. */
export const printWords = (t: Text): PrintWords => Object.fromEntries(keys.map((key) => [key, t(`words.${key}`)])) as unknown as PrintWords;
