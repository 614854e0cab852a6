import { describe, expect, it } from 'vitest';
import { clockParts, timingOf, type TimedItem } from './model';

const item = (more: Partial<TimedItem> = {}): TimedItem => ({ outcome: null, minutes: 20, extra_minutes: 0, ended_at: null, ...more });
const at = (clock: string): Date => new Date(`2026-03-19T${clock}:00Z`);

describe('the time of the current item', () => {
  it('begins with the session, then when the one before it ended', () => {
    expect(timingOf([item(), item()], at('13:00'))).toEqual({ began: at('13:00'), ends: at('13:20') });
    expect(timingOf([item({ outcome: 'treated', ended_at: at('13:07') }), item({ minutes: 10 })], at('13:00'))).toEqual({ began: at('13:07'), ends: at('13:17') });
  });
  it('counts minutes that were added, and goes by the last end where items were moved', () => {
    expect(timingOf([item({ outcome: 'treated', ended_at: at('13:30') }), item({ outcome: 'treated', ended_at: at('13:12') }), item({ extra_minutes: 5 })], at('13:00'))?.ends).toEqual(at('13:55'));
  });
  it('has no end where nobody planned one, and is over when all are treated', () => {
    expect(timingOf([item({ minutes: null })], at('13:00'))?.ends).toBeNull();
    expect(timingOf([item({ outcome: 'deferred' })], at('13:00'))).toBeUndefined();
  });
  it('is shown as a clock shows it', () => expect([clockParts(520), clockParts(3725), clockParts(-5)]).toEqual([[8, 40], [1, 2, 5], [0, 5]]));
});
