/** A name within a sentence that may run the other way: kept apart, so that neither turns the direction of the other (FSI, PDI). */
export const apart = (text: string): string => `\u2068${text}\u2069`;

/** What is read from left to right whatever stands around it and wherever a line ends, such as an address (LRI, PDI). */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;

/** A letter that runs from right to left. */
export const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const rest = /[^\P{L}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The direction in which words are read that stand where `around` runs: the other one where no letter of theirs runs that way, as in an English
 * name on an Arabic page; else signs at their end would stand at the wrong one.
 */
export function directionOf(words: string, around: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const [right, left] = [rightToLeft.test(words), rest.test(words)];
  return right === left ? around : right ? 'rtl' : 'ltr';
}

/** That direction, only where it is not the one around. */
export const otherDirection = (words: string, around: 'ltr' | 'rtl'): 'ltr' | 'rtl' | undefined => {
  const own = directionOf(words, around);
  return own === around ? undefined : own;
};
