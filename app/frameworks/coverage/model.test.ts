import { expect, test } from 'vitest';
import { boundsFor, coverageOf, untouched } from './model';

const columns = [{ key: '002', name: 'Africa', region: true }, { key: '009', name: 'Oceania', region: true }];
const cells = [
  { clause: 'a', column: '002', count: 3 }, { clause: 'a', column: '009', count: 1 }, { clause: 'a', column: null, count: 4 },
  { clause: 'b', column: '002', count: 2 }, { clause: 'b', column: null, count: 2 },
  { clause: null, column: '002', count: 4 }, { clause: null, column: '009', count: 1 }, { clause: null, column: null, count: 5 },
];

test('the least covered clause comes first, and what nobody promised is zero', () => {
  const coverage = coverageOf(cells, ['a', 'b', 'c'], columns);
  expect(coverage.rows).toEqual([
    { key: 'c', counts: [0, 0], total: 0 },
    { key: 'b', counts: [2, 0], total: 2 },
    { key: 'a', counts: [3, 1], total: 4 },
  ]);
});

test('the foot counts each promise once, so it is not the sum of its column', () => {
  expect(coverageOf(cells, ['a', 'b'], columns).foot).toEqual({ counts: [4, 1], total: 5 });
});

test('equals stay in the order of the text', () => {
  expect(coverageOf([], ['a', 'b'], []).rows.map((row) => row.key)).toEqual(['a', 'b']);
});

test('a region is untouched only where no promise can reach it', () => {
  const coverage = coverageOf(cells, ['a', 'b'], columns);
  expect(coverage.rows.map((row) => untouched(coverage, row).map(({ name }) => name))).toEqual([['Oceania'], []]);
  const several = coverageOf([...cells, { clause: 'b', column: 'several', count: 1 }], ['b'], [...columns, { key: 'several', name: 'Several' }]);
  expect(several.rows.map((row) => untouched(several, row))).toEqual([[]]);
});

test('the steps of shading fit what is counted', () => {
  expect([0, 4, 9, 12, 61, 5000].map((highest) => boundsFor(highest)[3])).toEqual([4, 4, 4, 10, 50, 1000]);
});
