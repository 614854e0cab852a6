import { expect, it } from 'vitest';
import { shortened } from './shortened';

it('leaves alone what fits, in one line', () => {
  expect(shortened('Two\n lines ', 20)).toBe('Two lines');
});

it('ends between two words, and says that it goes on', () => {
  expect(shortened('Connect every school, and keep it connected', 23)).toBe('Connect every school…');
});

it('ends inside a word that fills the line, and never inside a sign', () => {
  expect(shortened('a'.repeat(50), 10)).toBe(`${'a'.repeat(10)}…`);
  expect(shortened('é'.normalize('NFD').repeat(30), 10)).toBe(`${'é'.normalize('NFD').repeat(10)}…`);
});

it('knows that Chinese is wider', () => {
  expect(shortened('承诺的学校承诺的学校', 10)).toBe('承诺的学校…');
});
