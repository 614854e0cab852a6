import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#app/platform/clock';
import { cutOf, type Span } from './changes';

test.each<[string, Span, string, string | null, unknown]>([
  ['in the middle, for good', { from_on: '2026-01-01', until_on: null }, '2026-03-01', null, { before: { from_on: '2026-01-01', until_on: '2026-02-28' }, within: { from_on: '2026-03-01', until_on: null }, after: null }],
  ['from its first day', { from_on: '2026-01-01', until_on: '2026-12-31' }, '2026-01-01', null, { before: null, within: { from_on: '2026-01-01', until_on: '2026-12-31' }, after: null }],
  ['for a while', { from_on: '2026-01-01', until_on: null }, '2026-03-01', '2026-03-31', { before: { from_on: '2026-01-01', until_on: '2026-02-28' }, within: { from_on: '2026-03-01', until_on: '2026-03-31' }, after: { from_on: '2026-04-01', until_on: null } }],
  ['until its last day', { from_on: '2026-01-01', until_on: '2026-03-31' }, '2026-03-01', '2026-03-31', { before: { from_on: '2026-01-01', until_on: '2026-02-28' }, within: { from_on: '2026-03-01', until_on: '2026-03-31' }, after: null }],
  ['before it begins', { from_on: '2026-01-01', until_on: null }, '2025-12-31', null, undefined],
  ['after it ends', { from_on: '2026-01-01', until_on: '2026-03-31' }, '2026-04-01', null, undefined],
  ['backwards', { from_on: '2026-01-01', until_on: null }, '2026-03-01', '2026-02-01', undefined],
])('a change %s', (_, row, from, until, cut) => expect(cutOf(row, from, until)).toEqual(cut));

test('the parts are the whole: every day of the row belongs to one of them, and to no other', () => {
  const first = '2026-01-01';
  fc.assert(fc.property(fc.nat(400), fc.nat(400), fc.option(fc.nat(400)), (length, start, stay) => {
    const row = { from_on: first, until_on: addDays(first, length) };
    const cut = cutOf(row, addDays(first, start), stay === null ? null : addDays(first, start + stay));
    if (cut === undefined) return;
    const parts = [cut.before, cut.within, cut.after].filter((one) => one !== null);
    expect(parts.reduce((sum, { from_on, until_on }) => sum + daysBetween(from_on, until_on ?? row.until_on) + 1, 0)).toBe(length + 1);
    expect([parts[0]?.from_on, parts.at(-1)?.until_on]).toEqual([row.from_on, row.until_on]);
  }));
});
