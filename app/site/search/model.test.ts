import { expect, test } from 'vitest';
import { hrefOf, listHref, questionOf } from './model';

const asked = (q: string) => questionOf(new URLSearchParams({ q }));

test('a question holds letters or digits, or it is none', () => {
  expect([asked('  schools '), asked('مدارس'), asked('学校'), asked('42'), asked('%_!'), asked(''), asked('a\0b')]).toEqual(['schools', 'مدارس', '学校', '42', '', '', 'ab']);
  expect(asked('x'.repeat(5000))).toHaveLength(200);
});

test('a clause leads to its own page, or to its place in another framework', () => {
  expect(hrefOf({ kind: 'clause', ref: ' P1.2' }, 'fr')).toBe('/fr/declaration/P1.2');
  expect(hrefOf({ kind: 'clause', ref: 'SDG 4.a' }, 'fr')).toBe('/fr/frameworks/SDG#4.a');
  expect(hrefOf({ kind: 'country', ref: 'KE' }, 'en')).toBe('/en/countries/KE');
});

test('only lists that take words are offered', () => {
  expect([listHref('commitment', 'a b', 'en'), listHref('report', 'a', 'en')]).toEqual(['/en/commitments?q=a+b', undefined]);
});
