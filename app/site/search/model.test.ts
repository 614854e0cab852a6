import { expect, test } from 'vitest';
import { readState } from '#app/table/state';
import { questionOf, recordHref, searchList, shownRef } from './model';

const asked = (q: string) => questionOf(readState(searchList, new URLSearchParams({ q })));

test('a question holds letters or digits, or it is none', () => {
  expect([asked('  schools '), asked('مدارس'), asked('学校'), asked('42'), asked('%_!'), asked(''), asked('a\0b'), asked('x'.repeat(5000))]).toEqual(['schools', 'مدارس', '学校', '42', '', '', 'ab', '']);
});

test('a clause leads to its own page, or to its place in another framework; evidence to its commitment', () => {
  expect(recordHref({ kind: 'clause', ref: 'CONNDECL P1.2' }, 'fr')).toBe('/fr/declaration/P1.2');
  expect(recordHref({ kind: 'clause', ref: 'SDG 4.a' }, 'fr')).toBe('/fr/frameworks/SDG#4.a');
  expect(recordHref({ kind: 'country', ref: 'KE' }, 'en')).toBe('/en/countries/KE');
  expect(recordHref({ kind: 'evidence', ref: 'CMT-2026-0001 0190' }, 'en')).toBe('/en/commitments/CMT-2026-0001');
  expect([shownRef({ kind: 'evidence', ref: 'CMT-2026-0001 0190' }), shownRef({ kind: 'clause', ref: 'SDG 4.a' })]).toEqual(['CMT-2026-0001', undefined]);
});
