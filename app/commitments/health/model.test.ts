import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#app/platform/clock';
import { expectedOn, freshnessOf, healthDates, type MeasuredGoal, standingOf, targetReached } from './model';

const goal = (last: string | null, start = '40', target = '500'): MeasuredGoal => ({
  start: { value: start, on: '2024-01-01' },
  target: { value: target, on: '2030-12-31' },
  last: last === null ? null : { value: last, on: '2026-09-30' },
});
const facts = { status: 'published', stale_on: null } as const;

describe('health', () => {
  it('compares the last value with a straight line from start to target', () => {
    const one = goal('212');
    expect(expectedOn(one, '2026-11-21')).toBe('230');
    const dates = healthDates([one]);
    expect(standingOf({ ...facts, ...dates }, '2026-11-21')).toBe('on_track');
    expect(standingOf({ ...facts, ...dates }, '2027-06-30')).toBe('at_risk');
    expect(standingOf({ ...facts, ...dates }, '2029-12-31')).toBe('off_track');
  });

  it('lets the worst goal count', () => {
    const dates = healthDates([goal('500'), goal('45')]);
    expect(standingOf({ ...facts, ...dates }, '2026-11-21')).toBe('off_track');
    expect(healthDates([goal('500')])).toEqual({ at_risk_on: null, off_track_on: null });
  });

  it('measures goals that run downwards the same way', () => {
    expect(healthDates([goal('10', '50', '10')]).at_risk_on).toBeNull();
    expect(standingOf({ ...facts, ...healthDates([goal('48', '50', '10')]) }, '2026-11-21')).toBe('off_track');
    expect(targetReached(goal('9', '50', '10'), false)).toBe(true);
    expect(targetReached(goal('9', '50', '10'), true)).toBe(false);
  });

  it('judges nothing that is not known, and a level to be kept by whether it is held', () => {
    expect(healthDates([goal(null), { ...goal('1'), start: null }])).toEqual({ at_risk_on: null, off_track_on: null });
    expect(healthDates([goal('100', '100', '100')]).off_track_on).toBeNull();
    expect(healthDates([goal('99', '100', '100')]).off_track_on).toBe('2026-09-30');
  });

  it('stores the very days on which the definition changes its answer', () => {
    const value = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(value, value, value, fc.integer({ min: 1, max: 3000 }), fc.integer({ min: -10, max: 3200 }), (from, to, last, span, at) => {
        fc.pre(from !== to);
        const target = addDays('2020-01-01', span);
        const one: MeasuredGoal = {
          start: { value: String(from), on: '2020-01-01' },
          target: { value: String(to), on: target },
          last: { value: String(last), on: '2020-01-01' },
        };
        const today = addDays('2020-01-01', at);
        // The definition, in whole numbers: reached / distance against gone / span.
        const gone = Math.min(span, Math.max(0, daysBetween('2020-01-01', today)));
        const forwards = (last - from) * Math.sign(to - from);
        const least = (tenths: number) => forwards * span * 10 >= Math.abs(to - from) * gone * tenths;
        const direct = gone === 0 || least(9) ? 'on_track' : least(6) ? 'at_risk' : 'off_track';
        expect(standingOf({ ...facts, ...healthDates([one]) }, today)).toBe(direct);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets “no recent update” replace every other word, and nothing else stand before publication', () => {
    const dates = { stale_on: '2026-01-01', at_risk_on: '2025-01-01', off_track_on: null };
    expect(standingOf({ status: 'published', ...dates }, '2026-01-01')).toBe('stale');
    expect(standingOf({ status: 'published', ...dates }, '2025-12-31')).toBe('at_risk');
    expect(standingOf({ status: 'submitted', ...dates }, '2026-01-01')).toBe('submitted');
    expect(standingOf({ status: 'reached_late', ...dates }, '2026-01-01')).toBe('reached_late');
  });
});

describe('freshness', () => {
  const base = { status: 'published', last_update_on: '2026-10-31', stale_on: '2028-01-31' } as const;
  it('says how old a claim is, beside how far it has come', () => {
    expect(freshnessOf(base, '2026-11-21')).toEqual({ kind: 'updated', days: 21, due: false });
    expect(freshnessOf(base, '2027-12-31')).toMatchObject({ kind: 'updated', due: true });
    expect(freshnessOf(base, '2028-01-31')).toEqual({ kind: 'old', year: '2026' });
    expect(freshnessOf({ ...base, last_update_on: null }, '2026-11-21')).toEqual({ kind: 'first_due', by: '2028-01-31' });
    expect(freshnessOf({ ...base, last_update_on: null }, '2028-02-01')).toEqual({ kind: 'never' });
    expect(freshnessOf({ ...base, status: 'not_reached' }, '2028-02-01')).toEqual({ kind: 'closed', on: '2026-10-31' });
    expect(freshnessOf({ ...base, status: 'submitted' }, '2028-02-01')).toBeUndefined();
  });
});
