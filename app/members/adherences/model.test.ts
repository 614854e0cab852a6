import { expect, test } from 'vitest';
import { beginsOn, reminderAt, stateOf } from './model';

const facts = { confirmed: true, revoked: false, starts_on: '2026-01-01', expires_on: '2027-01-01' };

test('ME-13: the state is what was decided, and the clock', () => {
  expect(stateOf(facts, '2026-01-01')).toBe('current');
  expect(stateOf(facts, '2026-12-31')).toBe('current');
  expect(stateOf(facts, '2027-01-01')).toBe('expired');
  expect(stateOf(facts, '2025-12-31')).toBe('pending');
  expect(stateOf({ ...facts, confirmed: false }, '2026-06-01')).toBe('pending');
  expect(stateOf({ ...facts, revoked: true }, '2026-06-01')).toBe('revoked');
});

test('a reminder is the latest that is due, and none after the end', () => {
  expect([61, 60, 30, 15, 14, 1, 0, -5].map(reminderAt)).toEqual([undefined, 60, 60, 60, 14, 14, undefined, undefined]);
});

test('a renewal begins where the one before it ends', () => {
  expect(beginsOn('2026-11-20', ['2027-01-01'])).toBe('2027-01-01');
  expect(beginsOn('2027-02-01', ['2027-01-01', '2025-01-01'])).toBe('2027-02-01');
  expect(beginsOn('2027-02-01', [])).toBe('2027-02-01');
});
