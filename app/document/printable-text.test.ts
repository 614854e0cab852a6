import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers, inAll } from './font-coverage';
import { fontCoverages } from './fonts.server';
import { printable, undrawable, withBreaks, withoutNeedlessIsolates } from './printable-text';

const fonts = await fontCoverages();

describe('what the fonts can draw stays as it is', () => {
  test.each(['Of 128 promises', 'Écoles d’Océanie : 1 030', 'Ещё 96 обязательств', 'وُعدت بالاتصال، 2025؛', '承诺的学校（五分之二）', 'हिन्दी', 'Ἀθῆναι', 'ṩ e\u{301}', 'a\u{651}', '→ − × ≤ €', 'two\nlines'])('%s', (text) => {
    expect(printable(text, fonts)).toBe(text);
  });
});

describe('what no font can draw is said to be missing', () => {
  test.each([['a😀b', `a${undrawable}b`], ['👩‍👩‍👧', undrawable], ['ไทย', undrawable.repeat(3)], ['\u{E000}', undrawable], ['\u{FFFE}', undrawable], ['\u{D800}x', `${undrawable}x`]])('%j', (text, expected) => {
    expect(printable(text, fonts)).toBe(expected);
  });

  test('controls and overrides of direction leave a space or a mark, line ends one sign', () => {
    expect(printable('a\tb\u{0}c\r\nd\u{FEFF}', fonts)).toBe('a b c\nd');
    expect(printable('a\u{202E}b', fonts)).toBe(`a${undrawable}b`);
  });

  test('a sign is covered only if every face of the family has it', () => {
    const [a, b] = [new Uint8Array(0x11_0000 / 8), new Uint8Array(0x11_0000 / 8)];
    a.fill(0b11, 0, 1);
    b.fill(0b10, 0, 1);
    expect([0, 1, 2].map((sign) => covers(inAll([a, b]), sign))).toEqual([false, true, false]);
  });
});

describe('long chains of signs may break', () => {
  test('after the signs that join their parts', () => {
    expect(withBreaks('https://example.org/en/commitments?sort=title', 20)).toBe('https://\u{200B}example.\u{200B}org/\u{200B}en/\u{200B}commitments?\u{200B}sort=\u{200B}title');
  });

  test('words, numbers and short identifiers do not', () => {
    for (const text of ['internationalisation', '1,234,567,890,123.45', 'CMT-2025-0001', 'التزامات', '承诺']) expect(withBreaks(text, 12)).toBe(text);
  });

  test('after thirty signs where nothing joins', () => {
    expect(withBreaks('x'.repeat(70), 12).split('\u{200B}').map((part) => part.length)).toEqual([30, 30, 10]);
  });

  test('breaks are all that is added', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 8, max: 40 }), (text, longest) => {
      const clean = text.replaceAll('\u{200B}', '');
      expect(withBreaks(clean, longest).replaceAll('\u{200B}', '')).toBe(clean);
    }));
  });
});

test.each([
  ['\u{2068}Ministère\u{2069}, 28,4', 'Ministère, 28,4'],
  ['\u{2066}CC-BY-4.0\u{2069}', 'CC-BY-4.0'],
  ['of \u{2068}وزارة\u{2069}, 28.4', 'of \u{2068}وزارة\u{2069}, 28.4'],
])('isolates stay around what runs the other way alone: %j', (text, expected) => {
  expect(withoutNeedlessIsolates(text)).toBe(expected);
});
