import { expect, test } from 'vitest';
import { positions } from './course';

test('a rising number runs from baseline to the furthest promise', () => {
  const at = positions({ baseline: 40, now: 212, expected: 230, target: 500, first: 600 });
  expect(at.baseline).toBe(0);
  expect(at.now).toBeCloseTo(30.71, 2);
  expect(at.expected).toBeCloseTo(33.93, 2);
  expect(at.target).toBeCloseTo(82.14, 2);
  expect(at.first).toBe(100);
});

test('a falling number runs the same way', () => {
  const at = positions({ baseline: 5, now: 3, expected: null, target: 1, first: null });
  expect(at).toEqual({ baseline: 0, now: 50, target: 100 });
});

test('what went back behind the baseline widens the bar backwards', () => {
  expect(positions({ baseline: 40, now: 10, expected: null, target: 110, first: null })).toEqual({ baseline: 30, now: 0, target: 100 });
});

test('what is not known has no place, never zero', () => {
  expect(positions({ baseline: null, now: null, expected: null, target: 100, first: null })).toEqual({ target: 100 });
});

test('a goal that starts where it ends is full', () => {
  expect(positions({ baseline: 7, now: 7, expected: null, target: 7, first: null })).toEqual({ baseline: 100, now: 100, target: 100 });
});
