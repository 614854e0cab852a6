import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#app/platform/clock';
import { nextDay } from './cadence';

describe('the day of the next session', () => {
  it('keeps the day of the week', () => {
    expect(nextDay('monthly', '2026-01-22', '2026-02-01')).toBe('2026-02-19'); // Thursdays
    expect(nextDay('quarterly', '2026-01-22', '2026-02-01')).toBe('2026-04-23');
  });
  it('leaves out what can no longer be reached', () => {
    expect(nextDay('monthly', '2026-01-22', '2026-06-01')).toBe('2026-06-25');
  });
  it('is not proposed where there is no cadence or no session yet', () => {
    expect(nextDay('irregular', '2026-01-22', '2026-02-01')).toBeUndefined();
    expect(nextDay('monthly', undefined, '2026-02-01')).toBeUndefined();
  });
  it('is always whole weeks after the last one, and never too early', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: -40, max: 800 }), fc.constantFrom('monthly', 'quarterly', 'yearly'), (from, later, cadence) => {
      const last = addDays('2024-01-01', from);
      const notBefore = addDays(last, later);
      const day = nextDay(cadence, last, notBefore) ?? '';
      expect(day >= notBefore && day > last).toBe(true);
      expect(daysBetween(last, day) % 7).toBe(0);
    }));
  });
});
