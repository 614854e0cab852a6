import { expect, it } from 'vitest';
import { gapsOf } from './model';

const pillar = { by: 1, beside: 0, pledges: 2, converted: 2, pledged: '100', disbursed: '10', open: 0, unanswered: 0 };

it('PL-2: a pillar lacks the first link that is missing', () => {
  expect(gapsOf(pillar)).toBeUndefined();
  expect(gapsOf({ ...pillar, by: 0 })).toBe('promise');
  expect(gapsOf({ ...pillar, by: 0, beside: 3 })).toBeUndefined();
  expect(gapsOf({ ...pillar, pledges: 0, converted: 0 })).toBe('money');
  expect(gapsOf({ ...pillar, disbursed: '0' })).toBe('payment');
  expect(gapsOf({ ...pillar, converted: 0, disbursed: '0' })).toBeUndefined();
});
