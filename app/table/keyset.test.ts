import { beforeEach, describe, expect, it } from 'vitest';
import { isDay } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { countLimit, everyRow, readMark, totalOf, writeMark } from './keyset';

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

describe('every row of a list', () => {
  const asked: (string | null)[] = [];
  const pages = (last: string) => (after: string | null) => {
    asked.push(after);
    const page = after === null ? 'a' : String.fromCharCode(after.charCodeAt(0) + 1);
    return page > last ? Promise.reject(new Error('the list ends')) : Promise.resolve({ rows: [`${page}1`, `${page}2`], next: page === 'd' ? null : page });
  };
  beforeEach(() => void asked.splice(0));

  it('comes in order, and the next page is asked for while one is written', async () => {
    const rows: string[] = [];
    for await (const row of everyRow(pages('d'))) {
      rows.push(row);
      if (row === 'a1') expect(asked).toEqual([null, 'a']);
    }
    expect(rows).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2']);
  });

  it('is told of what went wrong after the rows before it', async () => {
    const rows: string[] = [];
    await expect((async () => {
      for await (const row of everyRow(pages('b'))) rows.push(row);
    })()).rejects.toThrow('the list ends');
    expect(rows).toEqual(['a1', 'a2', 'b1', 'b2']);
  });

  it('stops where its reader goes away, and nothing is left that could fail unheard', async () => {
    for await (const row of everyRow(pages('a'))) if (row === 'a1') break;
    expect(asked).toEqual([null, 'a']);
  });
});
