import { expect, test } from 'vitest';
import { errorFile } from './error-file';
import type { RowError } from './model';

test('the rows in error as a spreadsheet that runs no formula', () => {
  const errors: RowError[] = [
    { row: 2, column: '=HYPERLINK("http://x")', code: 'required', values: {} },
    { row: 10, column: null, code: 'row-length', values: { found: 1, expected: 2 } },
  ];
  expect(errorFile(errors, (error) => (error.code === 'required' ? '@SUM(A1)' : 'One, two'))).toBe(
    'row,column,code,message\r\n2,"\'=HYPERLINK(""http://x"")",required,\'@SUM(A1)\r\n10,,row-length,"One, two"\r\n',
  );
  expect(errorFile([], () => '')).toBe('row,column,code,message\r\n');
});
