import { describe, expect, it } from 'vitest';
import { isDay } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { countLimit, readMark, totalOf, writeMark } from './keyset';

const id = '01a217a1-e39c-7507-a5c3-89cd8711c6d1';
const read = (text: string | null) => readMark(text, isDay, isId);

describe('where a page ends', () => {
  it('is read as it was written', () => {
    const mark = { value: '2026-03-01', id };
    expect(read(writeMark(mark))).toEqual(mark);
    const odd = { value: 'a ~ b~c', id };
    expect(readMark(writeMark(odd), () => true, isId)).toEqual(odd);
  });
  it.each([null, '', '~', 'x', `2026-13-01~${id}`, '2026-03-01~x', `2026-03-01~${id}x`, id, `2026-03-01${id}`])('%s is the first page', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

it('counts exactly up to its limit, and says so beyond', () => {
  expect(totalOf(0)).toEqual({ count: 0, exact: true });
  expect(totalOf(countLimit)).toEqual({ count: countLimit, exact: true });
  expect(totalOf(countLimit + 1)).toEqual({ count: countLimit, exact: false });
});
