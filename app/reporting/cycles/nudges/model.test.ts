import { describe, expect, it } from 'vitest';
import { isRested, levelOf, restedReaders, stageOn } from './model';

describe('the stage of a cycle’s reminders', () => {
  it.each([
    ['2028-02-29', '2028-01-29', undefined],
    ['2028-02-29', '2028-01-30', 'before_30'],
    ['2028-02-29', '2028-02-21', 'before_30'],
    ['2028-02-29', '2028-02-22', 'before_7'],
    ['2028-02-29', '2028-03-02', 'before_7'],
    ['2028-02-29', '2028-03-03', 'after_3'],
    ['2028-02-29', '2028-03-14', 'after_14'],
    ['2028-02-29', '2028-03-21', 'line_21'],
    ['2028-02-29', '2028-04-30', 'line_28'],
  ] as const)('due on %s, on %s: %s', (due, today, stage) => expect(stageOn(due, today)).toBe(stage));
  it('goes up the line at the end', () => expect((['after_14', 'line_21', 'line_28'] as const).map(levelOf)).toEqual(['speakers', 'lead', 'secretariat']));
});

describe('the rest between two reminders', () => {
  const now = new Date('2026-11-20T08:00:00Z');
  it.each([[null, true], ['2026-11-13T08:00:00Z', true], ['2026-11-13T08:00:01Z', false]] as const)('last %s: %s', (last, rested) => expect(isRested(last, now)).toBe(rested));
  it('says why nobody is reached', () => {
    const reader = (nudged_at: string | null) => ({ id: 'a', language: 'en', nudged_at });
    expect(restedReaders({ readers: [reader(null)] }, now).why).toBeUndefined();
    expect(restedReaders({ readers: [reader('2026-11-19T00:00:00Z')] }, now).why).toBe('lately');
    expect(restedReaders({ readers: [] }, now).why).toBe('nobody');
  });
});
