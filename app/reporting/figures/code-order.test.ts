import { expect, it } from 'vitest';
import { byCode } from './code-order';
import type { StoredFigure } from './model';
import { completed } from './view';

it('codes follow one another as people count, and no two stand in the same place', () => {
  expect(['D 10', 'D 2', 'C 1.10', 'C 1.9', 'D 1', 'D 02'].toSorted(byCode)).toEqual(['C 1.9', 'C 1.10', 'D 1', 'D 02', 'D 2', 'D 10']);
});

it('clauses that as many commitments serve stand in the order of their codes, those that nothing serves first', () => {
  const row = (part: string, count: number) => ({ part, count, value: String(count), currency: null, first: null });
  const figure = { key: 'clauses', rows: [row('D 1', 1), row('D 10', 1), row('D 2', 1), row('D 3', 4)], names: { 'D 11': {}, 'D 9': {}, 'D 2': {} } } as unknown as StoredFigure;
  expect(completed(figure).map(({ part, count }) => `${part}: ${count}`)).toEqual(['D 9: 0', 'D 11: 0', 'D 1: 1', 'D 2: 1', 'D 10: 1', 'D 3: 4']);
});
