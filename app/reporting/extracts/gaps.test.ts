import { expect, it } from 'vitest';
import { gapsIn, type Counted } from './gaps';

const figure = (key: Counted['key'], rows: Readonly<Record<string, number>>, more: Partial<Counted> = {}): Counted => ({
  key, rows: Object.entries(rows).map(([part, count]) => ({ part, value: String(count), count, currency: null, first: null })), reporting: 10, expected: 10, missing: 0, names: {}, ...more,
});

it('tells the largest share first, whatever it is a share of', () => {
  const found = gapsIn([
    figure('standing', { on_track: 6, off_track: 3, not_reached: 1 }, { reporting: 8, missing: 2 }), figure('rungs', { self_reported: 9, secretariat_checked: 1 }), figure('ladder', { pledged: 1000, committed: 700, disbursed: 300 }),
  ]);
  expect(found.map(({ kind, part, whole }) => [kind, part, whole])).toEqual([['own_word', 9, 10], ['unpaid', 700, 1000], ['behind', 4, 10], ['not_reported', 2, 10]]);
});

it('counts a clause that nothing serves as open, and all that have a name', () => {
  expect(gapsIn([figure('clauses', { 'A 1': 4 }, { names: { 'A 1': {}, 'A 2': {}, 'A 3': {} } })])).toEqual([{ kind: 'unserved', figure: 'clauses', part: 2, whole: 3 }]);
});

it('keeps the order of the kinds where shares are equal, and tells nothing that is nought', () => {
  expect(gapsIn([figure('rungs', { self_reported: 1, secretariat_checked: 1 }), figure('standing', { off_track: 1, on_track: 1 })]).map(({ kind }) => kind)).toEqual(['behind', 'own_word']);
  expect(gapsIn([figure('standing', { on_track: 5 }), figure('ladder', {}), figure('total_c', { confirmed: 5 })])).toEqual([]);
});
