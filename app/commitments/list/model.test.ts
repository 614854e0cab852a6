import { expect, it } from 'vitest';
import { cycleNamed, filterOf, sortNamed } from './model';

it('names the cycle that is asked for, whichever way', () => {
  expect(cycleNamed('2026-ke')).toBe('2026-ke');
  expect(cycleNamed('-2026-ke')).toBe('2026-ke');
});

it('asks for a health by the filter of healths, and for a state by that of states', () => {
  expect([filterOf('at_risk'), filterOf('withdrawn')]).toEqual(['health', 'status']);
  expect([sortNamed('updated'), sortNamed('password')]).toEqual(['updated', 'due']);
});
