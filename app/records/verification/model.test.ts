import { expect, it } from 'vitest';
import { rungOf, splitByRung } from './model';

it('puts an update where the least checked of its values stands, and says first what is contested', () => {
  expect(rungOf(['independently_verified', 'secretariat_checked'])).toBe('secretariat_checked');
  expect(rungOf(['secretariat_checked', 'contested', 'self_reported'])).toBe('contested');
  expect(rungOf([])).toBeUndefined();
});

it('splits a total by rung, whatever else it was counted by, without those of whom nothing was accepted', () => {
  expect(splitByRung([{ rung: 'self_reported', count: 2 }, { rung: null, count: 5 }, { rung: 'self_reported', count: 1 }, { rung: 'contested', count: 1 }])).toEqual({ self_reported: 3, contested: 1 });
});
