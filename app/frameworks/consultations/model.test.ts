import { expect, it } from 'vitest';
import { stateOf } from './model';

it('CN-3: is open from the first moment of its first day to the last moment of its last', () => {
  const days = { opens_on: '2026-03-01', closes_on: '2026-03-31', closed_early: false };
  expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((today) => stateOf(days, today))).toEqual(['announced', 'open', 'open', 'closed']);
  expect(stateOf({ opens_on: '2026-03-01', closes_on: '2026-03-01', closed_early: false }, '2026-03-01')).toBe('open');
  expect(stateOf({ ...days, closed_early: true }, '2026-03-02')).toBe('closed');
});
