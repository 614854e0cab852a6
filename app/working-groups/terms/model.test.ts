import { describe, expect, it, test } from 'vitest';
import { changesBetween, standingOf, versionOn, type Terms } from './model';

const begun = (version: number, from_on: string) => ({ version, from_on });
const first = begun(1, '2026-01-01');

test.each<[string, readonly { version: number; from_on: string }[], string, number]>([
  ['the only one', [first], '2026-05-01', 1],
  ['before the first day of all, the first', [first, begun(2, '2026-06-01')], '2025-07-01', 1],
  ['the day before a version begins', [first, begun(2, '2026-06-01')], '2026-05-31', 1],
  ['the day on which it begins', [first, begun(2, '2026-06-01')], '2026-06-01', 2],
  ['a later version that begins earlier stands in place of it', [first, begun(2, '2026-06-01'), begun(3, '2026-05-01')], '2026-06-01', 3],
  ['a later version that begins later leaves it its days', [first, begun(2, '2026-06-01'), begun(3, '2026-08-01')], '2026-07-01', 2],
  ['two that begin on one day: the later one', [first, begun(2, '2026-06-01'), begun(3, '2026-06-01')], '2026-06-01', 3],
])('on a day holds %s', (_, versions, day, version) => expect(versionOn(versions.toReversed(), day)?.version).toBe(version));

describe('where a version stands', () => {
  const versions = [first, begun(2, '2026-06-01'), begun(3, '2026-05-01'), begun(4, '2026-09-01')];
  it.each([
    [1, '2026-04-01', { state: 'in_force', until: '2026-04-30' }],
    [1, '2026-05-01', { state: 'earlier', until: '2026-04-30' }],
    [2, '2026-04-01', { state: 'replaced', until: null }],
    [3, '2026-04-01', { state: 'announced', until: '2026-08-31' }],
    [3, '2026-05-01', { state: 'in_force', until: '2026-08-31' }],
    [4, '2026-05-01', { state: 'announced', until: null }],
    [4, '2026-09-01', { state: 'in_force', until: null }],
  ] as const)('version %i on %s', (number, today, standing) => {
    const one = versions.find(({ version }) => version === number) ?? first;
    expect(standingOf(versions, one, today)).toEqual(standing);
  });
});

test('what changed, thing by thing: equal shares are no change, minimums come and go', () => {
  const before: Omit<Terms, 'version' | 'from_on'> = { cadence: 'monthly', quorum_share: '50.00', decision_rule: 'consensus', notice_days: 14, correction_days: 5, minimums: [{ constituency: 'youth', seats: 1 }, { constituency: 'private', seats: 2 }] };
  expect(changesBetween(before, { ...before, quorum_share: '50' })).toEqual([]);
  expect(changesBetween(before, { ...before, quorum_share: '66.67', notice_days: 7, minimums: [{ constituency: 'youth', seats: 2 }, { constituency: 'media', seats: 1 }] })).toEqual([
    { field: 'quorum_share', before: '50.00', after: '66.67' }, { field: 'notice_days', before: '14', after: '7' },
    { field: 'minimum', constituency: 'media', before: null, after: 1 }, { field: 'minimum', constituency: 'private', before: 2, after: null }, { field: 'minimum', constituency: 'youth', before: 1, after: 2 },
  ]);
});
