import { describe, expect, it } from 'vitest';
import { checksOf } from './model';

const goal = (value: number | null, before: number | null, more: { target?: number; ascending?: boolean } = {}) => ({ goal_id: 'g', value, before, target: more.target ?? null, ascending: more.ascending ?? true });
const codes = (...values: ReturnType<typeof goal>[]) => checksOf(values, 'said').map((check) => check.code);

describe('automatic checks of an update', () => {
  it('notice a jump by ten in either direction', () => {
    expect(codes(goal(1200, 120))).toEqual(['unit_jump']);
    expect(codes(goal(12, 120, { ascending: false }))).toEqual(['unit_jump']);
    expect(codes(goal(600, 120))).toEqual([]);
  });
  it('notice a value that goes back, in the direction of the goal', () => {
    expect(codes(goal(110, 120))).toEqual(['going_back']);
    expect(codes(goal(130, 120, { ascending: false }))).toEqual(['going_back']);
  });
  it('notice a value beyond the target, and silence', () => {
    expect(codes(goal(510, 400, { target: 500 }))).toEqual(['beyond_target']);
    expect(checksOf([], ' ')).toEqual([{ code: 'no_narrative', goal_id: null }]);
  });
  it('say nothing of what was not assessed', () => {
    expect(codes(goal(null, 120))).toEqual([]);
  });
});
