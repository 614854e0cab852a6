import { describe, expect, it } from 'vitest';
import type { FigureRow, StoredFigure } from '#app/reporting/figures/model';
import { changesBetween, minus } from './differences';

const row = (part: string, value: string, currency: string | null = null): FigureRow => ({ part, value, count: Number.parseInt(value, 10), currency, first: null });
const figure = (key: StoredFigure['key'], rows: readonly FigureRow[], reporting = 3): StoredFigure =>
  ({ key, name: key, subject: null, number: '2.1', currency: null, as_of: '2026-01-31', names: {}, rows, reporting, expected: 5, missing: 5 - reporting }) as StoredFigure;

describe('the figures of two editions', () => {
  it('are the same where nothing changed', () => expect(changesBetween([figure('standing', [row('on_track', '3')])], [figure('standing', [row('on_track', '3')])])).toEqual([]));
  it('differ by part, also where one is new or gone, and by n of N', () => {
    const [change, ...others] = changesBetween([figure('standing', [row('on_track', '3'), row('stale', '2')]), figure('members', [row('un_igo', '4')])], [figure('standing', [row('on_track', '4'), row('reached_late', '1')], 4), figure('members', [row('un_igo', '4')])]);
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      figure: { key: 'standing' }, coverage: { before: [3, 5], after: [4, 5] },
      parts: [
        { part: 'reached_late', before: null, after: '1', difference: '1' }, { part: 'on_track', before: '3', after: '4', difference: '1' }, { part: 'stale', before: '2', after: null, difference: '-2' },
      ],
    });
  });
  it('keep currencies apart', () => {
    const [change] = changesBetween([figure('currencies', [row('pledge:3', '10', 'EUR'), row('pledge:3', '7', 'USD')])], [figure('currencies', [row('pledge:3', '10.5', 'EUR'), row('pledge:3', '7', 'USD')])]);
    expect(change?.parts).toEqual([{ part: 'pledge:3', currency: 'EUR', before: '10', after: '10.5', difference: '0.5' }]);
  });
});

describe('a difference of decimals', () => {
  it.each([['0.3', '0.1', '0.2'], ['1', '1.000001', '-0.000001'], ['123456789012345678.5', '0.25', '123456789012345678.25'], ['5', '5.0', '0'], ['-2', '3', '-5']])('%s - %s is %s', (from, take, is) => expect(minus(from, take)).toBe(is));
});
