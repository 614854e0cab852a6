import { describe, expect, test } from 'vitest';
import { headingSteps } from './heading-steps';

const levels = (...depths: number[]) => depths.map(headingSteps());

describe('the levels of headings', () => {
  test.each([
    ['a text may begin deep', [2], [1]],
    ['siblings stay siblings', [2, 2, 2], [1, 1, 1]],
    ['a step over two is one step', [2, 4, 4, 2], [1, 2, 2, 1]],
    ['what lies between stands beside', [2, 4, 3], [1, 2, 2]],
    ['a higher one later begins anew', [3, 2, 3], [1, 1, 2]],
  ])('%s', (_, depths, expected) => {
    expect(levels(...depths)).toEqual(expected);
  });
});
