import { describe, expect, it } from 'vitest';
import { cycleState, takesUpdates } from './model';

const cycle = { opens_on: '2026-09-01', due_on: '2026-11-30', grace_on: '2026-12-15', lock_on: '2027-01-15', published_at: null };

describe('the state of a cycle', () => {
  it.each([
    ['2026-08-31', 'planned'],
    ['2026-09-01', 'open'],
    ['2026-11-30', 'open'],
    ['2026-12-01', 'grace'],
    ['2027-01-15', 'grace'],
    ['2027-01-16', 'locked'],
  ] as const)('on %s is %s', (today, state) => {
    expect(cycleState(cycle, today)).toBe(state);
  });
  it('is published once its report is', () => {
    expect(cycleState({ ...cycle, published_at: new Date('2027-03-01') }, '2026-10-01')).toBe('published');
  });
  it('takes updates while open and in its grace', () => {
    expect((['planned', 'open', 'grace', 'locked', 'published'] as const).filter(takesUpdates)).toEqual(['open', 'grace']);
  });
});
