import { describe, expect, it } from 'vitest';
import { actionActs, actionStatuses, fits, isOverdue, stageOf } from './model';

describe('AB-2 which act fits which state', () => {
  it('settled actions are opened again and nothing else; the others never', () => {
    for (const status of actionStatuses) {
      const settled = status === 'done' || status === 'cancelled';
      expect(actionActs.filter((act) => fits(act, status)).includes('reopening')).toBe(settled);
      expect(actionActs.filter((act) => act !== 'reopening' && fits(act, status)).length > 0).toBe(!settled);
    }
    expect(fits('start', 'in_progress')).toBe(false);
    expect(fits('blocking', 'blocked')).toBe(false);
  });
});

describe('AB-4 stages of a due date', () => {
  it('near from a week before, come on the day and for six days, late from the seventh on', () => {
    const on = (today: string) => stageOf('2026-04-15', today);
    expect(['2026-04-07', '2026-04-08', '2026-04-14', '2026-04-15', '2026-04-21', '2026-04-22', '2026-09-01'].map(on)).toEqual([undefined, 'ahead', 'ahead', 'today', 'today', 'late', 'late']);
  });
  it('overdue only while it is to be done, from the day after', () => {
    expect(isOverdue({ status: 'blocked', due_on: '2026-04-15' }, '2026-04-16')).toBe(true);
    expect(isOverdue({ status: 'open', due_on: '2026-04-15' }, '2026-04-15')).toBe(false);
    expect(isOverdue({ status: 'done', due_on: '2026-04-15' }, '2026-04-16')).toBe(false);
  });
});
