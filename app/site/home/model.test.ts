import { expect, test } from 'vitest';
import { countOf, answers, leastFirst, lineBounds, madeOf } from './model';

const counts = { total: 10, by: { reached_on_time: 1, reached_late: 2, on_track: 3, at_risk: 1, not_reached: 1, stale: 2 }, updated: 8, leads: 4, reporting: 3, checked: 1, rungs: {} };

test('the four answers hold every promise that counts exactly once', () => {
  expect(answers.map((answer) => countOf(counts, answer))).toEqual([3, 3, 2, 2]);
  const standings = answers.flatMap((answer) => madeOf[answer]);
  expect(new Set(standings).size).toBe(standings.length);
  expect(standings.toSorted()).toEqual(['at_risk', 'not_reached', 'off_track', 'on_track', 'reached_late', 'reached_on_time', 'stale']);
});

test('groups that nobody named come first, with zero', () => {
  expect(leastFirst(['a', 'b', 'c'], [{ code: 'a', first: 2, later: 1 }, { code: 'b', first: 0, later: 1 }])).toEqual([
    { code: 'c', first: 0, later: 0 }, { code: 'b', first: 0, later: 1 }, { code: 'a', first: 2, later: 1 },
  ]);
});

test('the steps of shading rise, whatever the number of lines', () => {
  expect(lineBounds(11)).toEqual([1, 3, 5, 7]);
  for (const lines of [0, 1, 2, 5, 40]) {
    const bounds = lineBounds(lines);
    expect(bounds.every((bound, at) => at === 0 || bound > (bounds[at - 1] ?? 0))).toBe(true);
  }
});
