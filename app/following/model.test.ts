import { expect, it } from 'vitest';
import { beginningOf } from './model';

it('a digest belongs to its day, to its week from Monday on, or to its month', () => {
  expect(['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09'].map((day) => beginningOf('weekly', day))).toEqual(['2026-02-23', '2026-03-02', '2026-03-02', '2026-03-09']);
  expect(beginningOf('daily', '2026-03-08')).toBe('2026-03-08');
  expect(beginningOf('monthly', '2026-12-31')).toBe('2026-12-01');
});
