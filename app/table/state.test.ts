import { describe, expect, test } from 'vitest';
import { hrefOf, readState, valueOf, withAfter, withFilter, withSort, writeState } from './state';

const spec = { filters: ['q', 'region', 'status'], sorts: ['due', 'title'], sort: { by: 'due', descending: false } } as const;
const read = (query: string) => readState(spec, new URLSearchParams(query));

describe('reading', () => {
  test('takes filters, order and place', () => {
    expect(read('region=africa&status=late&status=off&sort=-title&after=abc')).toEqual({
      filters: { region: ['africa'], status: ['late', 'off'] },
      sort: { by: 'title', descending: true },
      after: 'abc',
    });
  });

  test.each(['', 'sort=password', 'sort=--due', 'sort=-', 'sort=', 'page=3', 'q=', 'q=%20%20', 'q=%00', `q=${'x'.repeat(201)}`, `after=${'x'.repeat(501)}`])(
    'falls back for "%s"',
    (query) => {
      expect(read(query)).toEqual({ filters: {}, sort: spec.sort, after: null });
    },
  );

  test('drops NUL, repeats and what is more than twenty values', () => {
    expect(read('q=a%00b').filters.q).toEqual(['ab']);
    expect(read('status=off&status=off').filters.status).toEqual(['off']);
    const many = Array.from({ length: 50 }, (_, at) => `status=${at}`).join('&');
    expect(read(many).filters.status).toHaveLength(20);
  });
});

describe('writing', () => {
  test('one list has one address', () => {
    const one = writeState(spec, read('status=late&region=africa&sort=due')).toString();
    expect(one).toBe('region=africa&status=late');
    expect(hrefOf('/c', spec, read(''))).toBe('/c');
    expect(hrefOf('/c', spec, read('sort=-due'))).toBe('/c?sort=-due');
  });

  test('reading what was written gives the same state', () => {
    const state = read('q=caf%C3%A9+%26+co&status=late&status=off&sort=-title&after=a%3Db');
    expect(readState(spec, writeState(spec, state))).toEqual(state);
  });
});

describe('changing', () => {
  const state = read('region=africa&status=late&after=abc');

  test('another order or filter starts from the first page', () => {
    expect(withSort(state, { by: 'title', descending: true })).toEqual({ ...state, sort: { by: 'title', descending: true }, after: null });
    expect(withFilter(state, 'status', ['off'])).toEqual({ ...state, filters: { region: ['africa'], status: ['off'] }, after: null });
    expect(withFilter(state, 'region', [])).toEqual({ ...state, filters: { status: ['late'] }, after: null });
  });

  test('another page keeps the rest', () => {
    expect(withAfter(state, 'def')).toEqual({ ...state, after: 'def' });
  });

  test('an input gets its value or nothing', () => {
    expect(valueOf(state, 'region')).toBe('africa');
    expect(valueOf(state, 'q')).toBe('');
  });
});
