import { expect, test } from 'vitest';
import { stays, type Worth } from './model';

const worth = (ref: string, more: Partial<Worth> = {}): Worth => ({ id: ref, ref, member: false, records: 0, identifiers: 0, ...more });

test('where nobody chose, the member stays, else the one more hangs on, else the older', () => {
  expect(stays(worth('ORG-0002', { member: true }), worth('ORG-0001', { records: 9 })).ref).toBe('ORG-0002');
  expect(stays(worth('ORG-0002', { records: 2 }), worth('ORG-0001', { records: 1, identifiers: 5 })).ref).toBe('ORG-0002');
  expect(stays(worth('ORG-0002'), worth('ORG-0001', { identifiers: 1 })).ref).toBe('ORG-0001');
  expect(stays(worth('ORG-0002'), worth('ORG-0001')).ref).toBe('ORG-0001');
});
