import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#app/platform/clock';
import { fiscalYear, fiscalYearName, fiscalYearOf, isOverspent, lastStartDay, yearsOffered } from './model';

const starts = fc.record({ starts_month: fc.integer({ min: 1, max: 12 }), starts_day: fc.integer({ min: 1, max: lastStartDay }) });

describe('BU-2 fiscal years', () => {
  it('are named as budgets name them', () => {
    expect(fiscalYearName(fiscalYear({ starts_month: 7, starts_day: 1 }, 2026))).toBe('2026/27');
    expect(fiscalYearName(fiscalYear({ starts_month: 1, starts_day: 1 }, 2026))).toBe('2026');
  });
  it('follow each other without a gap, and each day falls into one', () => {
    fc.assert(fc.property(starts, fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 0, max: 364 }), (start, year, step) => {
      const { year_from, year_to } = fiscalYear(start, year);
      expect(addDays(year_to, 1)).toBe(fiscalYear(start, year + 1).year_from);
      expect(fiscalYearOf(start, addDays(year_from, step))).toBe(year);
      expect(fiscalYearOf(start, year_to)).toBe(year);
      expect(fiscalYearOf(start, addDays(year_from, -1))).toBe(year - 1);
    }));
  });
  it('are offered from the years ahead to those behind', () => {
    const offered = yearsOffered({ starts_month: 7, starts_day: 1 }, new Date('2026-06-30T12:00:00Z'));
    expect([offered[0], offered.at(-1)]).toEqual([2030, 2015]);
  });
});

it('BU-3: more than was budgeted is said, an equal amount is not', () => {
  expect([isOverspent({ budgeted: '10', spent: '10' }), isOverspent({ budgeted: '10', spent: '10.01' }), isOverspent({ budgeted: '10', spent: null })]).toEqual([false, true, false]);
});
