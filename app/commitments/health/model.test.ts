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

  it('bends the line through milestones with values, and is one step worse while one is overdue', () => {
    const value = fc.integer({ min: 0, max: 1000 });
    const mark = fc.record({ on: fc.integer({ min: -5, max: 320 }), value: fc.integer({ min: -200, max: 1200 }) });
    const one = fc.record({ from: value, to: value, last: value, span: fc.integer({ min: 2, max: 300 }), marks: fc.array(mark, { maxLength: 4 }) });
    const order = ['on_track', 'at_risk', 'off_track'] as const;
    const dayAt = (gone: number) => addDays('2020-01-01', gone);
    /** What is expected after so many days, as a fraction: written anew from the words of the rule. */
    const expected = ({ from, to, span, marks }: { from: number; to: number; span: number; marks: readonly { on: number; value: number }[] }, gone: number): readonly [number, number] => {
      const way = [{ on: 0, value: from }];
      for (const step of marks.toSorted((a, b) => a.on - b.on || a.value - b.value)) {
        const last = way.at(-1)!;
        const onwards = Math.min(from, to) <= step.value && step.value <= Math.max(from, to) && Math.sign(step.value - last.value) !== -Math.sign(to - from);
        if (step.on > last.on && step.on < span && onwards) way.push(step);
      }
      way.push({ on: span, value: to });
      const at = Math.min(span, Math.max(0, gone));
      const next = way.findIndex(({ on }) => on >= at);
      const [a, b] = [way[Math.max(0, next - 1)]!, way[next]!];
      return a.on === b.on ? [a.value, 1] : [a.value * (b.on - a.on) + (b.value - a.value) * (at - a.on), b.on - a.on];
    };
    const direct = (some: { from: number; to: number; last: number; span: number; marks: readonly { on: number; value: number }[] }, gone: number): number => {
      if (gone <= 0) return 0;
      const [up, down] = expected(some, gone);
      const forwards = Math.sign(some.to - some.from);
      const least = (tenths: number) => (some.last - some.from) * forwards * 10 * down >= (up - some.from * down) * forwards * tenths;
      return least(9) ? 0 : least(6) ? 1 : 2;
    };
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), fc.array(fc.integer({ min: 1, max: 320 }), { maxLength: 3 }), fc.integer({ min: 1, max: 340 }), (goals, open, gone) => {
        fc.pre(goals.every(({ from, to }) => from !== to));
        const measured = goals.map(({ from, to, last, span, marks }): MeasuredGoal => ({
          start: { value: String(from), on: dayAt(0) }, target: { value: String(to), on: dayAt(span) }, last: { value: String(last), on: dayAt(0) },
          via: marks.toSorted((a, b) => a.on - b.on || a.value - b.value).map((step) => ({ value: String(step.value), on: dayAt(step.on) })),
        }));
        const worst = Math.max(...goals.map((some) => direct(some, gone)));
        const overdue = open.some((due) => due < gone);
        expect(standingOf({ ...facts, ...healthDates(measured, open.map(dayAt)) }, dayAt(gone))).toBe(order[Math.min(2, worst + (overdue ? 1 : 0))]);
        const [up, down] = expected(goals[0]!, gone);
        expect(Math.abs(Number(expectedOn(measured[0]!, dayAt(gone))) - up / down)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
      { numRuns: 4000 },
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
