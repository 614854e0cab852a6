import { expect, it } from 'vitest';
import { lifts } from './model';

it('PV-2: a look lifts what stands lower, and nothing that is contested or not there', () => {
  const nows = ['self_reported', 'evidence_attached', 'secretariat_checked', 'independently_verified', 'contested', null] as const;
  expect(nows.map((now) => lifts('secretariat_checked', now))).toEqual([true, true, false, false, false, false]);
  expect(nows.map((now) => lifts('independently_verified', now))).toEqual([true, true, true, false, false, false]);
});
