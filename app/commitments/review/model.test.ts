import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#app/platform/clock';
import { addWorkingDays, workingDaysUntil } from './model';

it('counts the ten working days in which an answer is promised', () => {
  expect(addWorkingDays('2026-11-20', 10)).toBe('2026-12-04');
  expect(addWorkingDays('2026-11-21', 10)).toBe('2026-12-04');
  expect(workingDaysUntil('2026-11-20', '2026-12-04')).toBe(10);
  expect(workingDaysUntil('2026-12-07', '2026-12-04')).toBe(-1);
});

it('counts the same way in both directions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 30 }), (at, days) => {
      const from = addDays('2024-01-01', at);
      expect(workingDaysUntil(from, addWorkingDays(from, days))).toBe(days);
    }),
  );
});
