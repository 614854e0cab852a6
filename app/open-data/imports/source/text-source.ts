import { type Result, refused, taken } from '#app/open-data/imports/model';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'macintosh' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** True for the single-byte encodings: nothing in the file names them, so they are decided by evidence. */
  readonly guessed: boolean;
  /** Characters beyond ASCII that a wrong guess would have spoilt. */
  readonly beyondAscii: number;
}

/**
 * Decodes a text file: UTF-16 and UTF-8 by their marks, UTF-8 strictly, else Mac Roman or windows-1252, whichever makes
 * words of the bytes beyond ASCII (and, between equals, Mac Roman where lines end in CR alone, as only old Macs do).
 * A file with a mark that its bytes do not keep is `text-damaged`.
 */
export function decodeText(bytes: Uint8Array, mark: 'utf-16le' | 'utf-16be' | null): Result<DecodedText> {
  const marked = mark !== null || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf);
  const encoding = mark ?? 'utf-8';
  const text = strictly(bytes, encoding);
  if (text !== null) return taken({ text, encoding, guessed: false, beyondAscii: 0 });
  if (marked) return refused('text-damaged', { encoding });
  return taken(guessed(bytes));
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function guessed(bytes: Uint8Array): DecodedText {
  const macintosh = new TextDecoder('macintosh').decode(bytes);
  const windows = windows1252(bytes);
  const difference = plausibility(macintosh) - plausibility(windows);
  const mac = difference > 0 || (difference === 0 && bytes.includes(0x0d) && !bytes.includes(0x0a));
  const text = mac ? macintosh : windows;
  return { text, encoding: mac ? 'macintosh' : 'windows-1252', guessed: true, beyondAscii: bytes.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0) };
}

// Node's own decoder of this name leaves 0x80 to 0x9F as control characters (nodejs/node issue 56542), so they are named here.
const WINDOWS_1252 = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replaceAll(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);

/** How much the characters beyond ASCII look like writing where they stand. */
function plausibility(text: string): number {
  let score = 0;
  for (const found of text.matchAll(/[^\0-\u007f]/g)) {
    score += plausibilityOf(found[0], text[found.index - 1] ?? ' ', text[found.index + 1] ?? ' ');
  }
  return score;
}

function plausibilityOf(character: string, before: string, after: string): number {
  const letterBefore = /\p{L}/u.test(before);
  const letterAfter = /\p{L}/u.test(after);
  if (/\p{Cc}/u.test(character)) return -2;
  // An accented capital inside a word is how the other encoding's small letters look.
  if (/\p{Lu}/u.test(character)) return /\p{Ll}/u.test(before) ? -1 : Number(letterAfter);
  if (/\p{Ll}/u.test(character)) return letterBefore || letterAfter ? 1 : 0.5;
  if (character === '\u2019') return letterBefore ? 1 : 0;
  if (letterBefore && letterAfter) return -1;
  return /[\u2013\u2014\u2018\u201c\u201d\u2026\u00ab\u00bb]/.test(character) ? 1 : 0;
}
