import { type Result, refused, taken } from '#app/open-data/imports/model';
import { fileType } from './file-type';
import { type Limits, megabytes } from './limits';

/** An XML file as text. */
export interface Markup {
  readonly text: string;
  readonly encoding: string;
}

/**
 * The text of a file that begins as XML does, in the encoding of its mark, else of its first line, else UTF-8; null for any other file.
 * One whose bytes are not what it says is refused: nothing is guessed where a file can say it.
 */
export function readMarkup(bytes: Uint8Array, limits: Limits): Result<Markup> | null {
  const type = fileType(bytes.subarray(0, 1_024));
  const mark = type === 'utf-16le' || type === 'utf-16be' ? type : null;
  if (mark === null && type !== 'markup') return null;
  if (mark !== null && !new TextDecoder(mark).decode(bytes.subarray(0, 512)).trimStart().startsWith('<')) return null;
  if (bytes.length > limits.bytes) return refused('file-too-large', { found: megabytes(bytes.length), limit: megabytes(limits.bytes) });
  const first = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (mark === null && !/^<(?:\?xml|iati-)/.test(first) && !/^<!--/.test(first)) return refused('file-markup');
  const encoding = mark ?? /^<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(first)?.[1]?.toLowerCase() ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /[\0\p{Cs}]/u.test(text) ? refused('text-damaged', { encoding }) : taken({ text, encoding });
  } catch (error) {
    return refused(error instanceof RangeError ? 'xml-encoding' : 'text-damaged', { encoding });
  }
}
