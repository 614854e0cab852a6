import { describe, expect, test } from 'vitest';
import { decodeText } from './text-source';

const decoded = (bytes: readonly number[] | Buffer) => {
  const result = decodeText(Buffer.from(bytes), null);
  return result.ok ? result.value : result.problem;
};
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];

describe('decoding text', () => {
  test('UTF-8 is taken as it is, its mark removed', () => {
    expect(decoded(Buffer.from('nom;été;名'))).toMatchObject({ text: 'nom;été;名', encoding: 'utf-8', guessed: false });
    expect(decoded(Buffer.from('\ufeffDate,Rate'))).toMatchObject({ text: 'Date,Rate', encoding: 'utf-8' });
  });

  test('bytes that break their UTF-8 mark are refused rather than guessed', () => {
    expect(decoded([0xef, 0xbb, 0xbf, 0x61, 0x99])).toMatchObject({ code: 'text-damaged' });
  });

  test('Mac Roman is known by words: Côte, vis-à-vis, whatever the line ends', () => {
    expect(decoded([...ascii('C'), 0x99, ...ascii("te d'Ivoire\nvis-"), 0x88, ...ascii('-vis\n')])).toMatchObject({ text: "Côte d'Ivoire\nvis-à-vis\n", encoding: 'macintosh', guessed: true, beyondAscii: 2 });
  });

  test('windows-1252 is known by words: Sénégal, été, naïve, a dash between blanks', () => {
    expect(decoded([...ascii('S'), 0xe9, ...ascii('n'), 0xe9, ...ascii('gal, na'), 0xef, ...ascii('ve '), 0x96, ...ascii(' x')])).toMatchObject({ text: 'Sénégal, naïve – x', encoding: 'windows-1252' });
    expect(decoded([...ascii('C'), 0xd4, ...ascii('TE')])).toMatchObject({ text: 'CÔTE', encoding: 'windows-1252' });
  });

  test('between equals, line ends of CR alone speak for a Mac', () => {
    const bytes = (end: string) => [...ascii(`price 5`), 0xa3, ...ascii(`${end}x${end}`)];
    expect(decoded(bytes('\r'))).toMatchObject({ encoding: 'macintosh' });
    expect(decoded(bytes('\r\n'))).toMatchObject({ encoding: 'windows-1252' });
  });

  test('UTF-16 with its mark', () => {
    const result = decodeText(Buffer.from('\ufeffDate\tTaux é', 'utf16le'), 'utf-16le');
    expect(result).toMatchObject({ ok: true, value: { text: 'Date\tTaux é' } });
  });
});
