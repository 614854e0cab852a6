import { rightToLeft } from '#app/languages/apart';
import { covers, type Coverage } from './font-coverage';

/** Stands where no font of the report can draw what was written. */
export const undrawable = '\u{FFFD}';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Without shape of their own (joiners, marks of direction): every font passes over them. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;
/** Controls and noncharacters, which a tagged file may not hold, and overrides of direction, which only ever deceive. */
const forbidden = /[\p{Cc}\p{Cn}\p{Co}\u{202D}\u{202E}]/gu;
/** Byte order marks, and soft hyphens, which leave a link without an end in the tags (Typst 0.14). */
const needless = /[\u{FEFF}\u{AD}]/gu;
const blankText = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;
const plain = /^[\n\u{20}-\u{7E}]*$/u;

/**
 * A text as the report can print it: a tagged file is refused whole if a single sign has no glyph, so such a sign becomes
 * U+FFFD and everything else stays. `fonts` are the families in use; what belongs together (a letter and its accents) must
 * come from one of them. Line ends become `\n`, other controls a space.
 */
export function printable(text: string, fonts: readonly Coverage[]): string {
  const lines = text.replaceAll(/\r\n?|[\u{85}\u{2028}\u{2029}]/gu, '\n');
  if (plain.test(lines)) return lines;
  const clean = lines.toWellFormed().replaceAll(needless, '').replaceAll(forbidden, (sign) => (sign === '\n' ? sign : sign <= '\u{9F}' ? ' ' : undrawable));
  return Array.from(graphemes.segment(clean), ({ segment }) => (drawable(segment, fonts) ? segment : undrawable)).join('');
}

const isolated = /[\u{2066}-\u{2068}]([^\u{2066}-\u{2069}]*)\u{2069}/gu;

/**
 * Without the isolates around what runs as its line does, from left to right: a sign without shape beside a comma is read as part of that
 * comma wherever it stands in the file, and numbers come apart.
 */
export const withoutNeedlessIsolates = (text: string): string => text.replaceAll(isolated, (whole, inner: string) => (rightToLeft.test(inner) ? whole : inner));

/** Whether nothing of a text would be seen. */
export const blank = (text: string): boolean => blankText.test(text);

function drawable(cluster: string, fonts: readonly Coverage[]): boolean {
  if (cluster === '\n') return true;
  const signs = Array.from(cluster).filter((sign) => !invisible.test(sign));
  return fonts.some((font) => signs.every((sign) => covers(font, sign.codePointAt(0) ?? 0)));
}

/**
 * Lets a line break inside addresses and identifiers, which hold no space: a zero-width space (U+200B) after the signs that
 * join their parts, where more than `longest` signs stand together, and after thirty signs in any case. Numbers stay whole.
 */
export function withBreaks(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return text.replaceAll(/[^\s\-\u{2010}-\u{2015}\u{0590}-\u{FFFFF}]+/gu, (chain) => (chain.length <= longest ? chain : broken(chain)));
}

function broken(chain: string): string {
  const joined = chain.replaceAll(/[/_?&=@:;]+(?=[^/_?&=@:;])|[.,](?=\p{L})/gu, '$&\u{200B}');
  return joined.replaceAll(/[^\u{200B}]{30}(?=[^\u{200B}\p{M}])/gu, '$&\u{200B}');
}
