import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDelimited } from './delimited';

const read = (text: string) => {
  const result = readDelimited(text);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const cells = (text: string) => read(text).rows.map((row) => row.cells);
const quoted = (cell: string): string => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

describe('delimited text', () => {
  test.each(['\r', '\n', '\r\n'])('line ends %j', (end) => {
    expect(cells(['a,b', '1,2', '3,4', ''].join(end))).toEqual([['a', 'b'], ['1', '2'], ['3', '4']]);
  });

  test('the delimiter is the one that the header uses', () => {
    expect(cells('a;b;c\n1,5;2;3')).toEqual([['a', 'b', 'c'], ['1,5', '2', '3']]);
    expect(cells('a\tb\n1\t2')).toEqual([['a', 'b'], ['1', '2']]);
    expect(cells('"a;x;y;z",b\n1,2')).toEqual([['a;x;y;z', 'b'], ['1', '2']]);
  });

  test('a quoted line break does not begin a row; a blank line is one', () => {
    expect(read('a,b\n"1\n1",2\n\n3,4').rows.map((row) => row.row)).toEqual([1, 2, 3, 4]);
  });

  test('a stray quote spoils its row and no other', () => {
    const { rows, errors } = read('a,b\n1,2\n"x"y,3\n4,5\nu"v,6\n7,8');
    expect(rows.map((row) => row.cells)).toEqual([['a', 'b'], ['1', '2'], ['4', '5'], ['7', '8']]);
    expect(rows.map((row) => row.row)).toEqual([1, 2, 4, 6]);
    expect(errors.map(({ row, code }) => ({ row, code }))).toEqual([{ row: 3, code: 'quote-misplaced' }, { row: 5, code: 'quote-misplaced' }]);
  });

  test('a quote that never closes spoils the file, because the rows it swallowed cannot be told', () => {
    expect(readDelimited('a,b\n1,2\n"3,4\n5,6\n')).toEqual({ ok: false, problem: { code: 'text-quote-open', values: { row: 3 } } });
  });

  test('exactly one mark before a formula is removed', () => {
    expect(cells("a,b\n'=1+1,''=x\n'tis,'-5")).toEqual([['a', 'b'], ['=1+1', "'=x"], ["'tis", '-5']]);
  });

  test('a row longer than memory minds is an error, the next is read', () => {
    const { rows, errors } = read(`a,b\n${'x'.repeat(1_200_000)},1\n2,3\n`);
    expect(errors).toMatchObject([{ row: 2, code: 'row-too-long' }]);
    expect(rows.at(-1)).toEqual({ row: 3, cells: ['2', '3'] });
  });

  test('whatever is written by the rules is read back, cell for cell', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '名', ' ', '"', ',', ';', '\t', '\n', '\r', "'", '=', '1'), maxLength: 6 });
    const table = fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(table, fc.constantFrom('\r', '\n', '\r\n'), (body, end) => {
        const header = (body[0] ?? []).map((_, position) => `column ${position}`);
        const text = [header, ...body].map((row) => row.map(quoted).join(',')).join(end);
        const marked = (value: string): string => (/^'+[=+\-@\t\r]/.test(value) ? value.slice(1) : value);
        expect(cells(text)).toEqual([header, ...body.map((row) => row.map(marked))]);
      }),
    );
  });

  test('of any text, every row is given or in error: their numbers have no gap', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '\r', ' '), maxLength: 60 });
    fc.assert(
      fc.property(text, (body) => {
        const result = readDelimited(`a,b\n${body}`);
        if (!result.ok) {
          expect(result.problem.code).toBe('text-quote-open');
          return;
        }
        const numbers = [...result.value.rows, ...result.value.errors].map(({ row }) => row).toSorted((a, b) => a - b);
        expect(numbers).toEqual(numbers.map((_, position) => position + 1));
      }),
    );
  });
});
