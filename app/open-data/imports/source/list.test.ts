import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from './limits';
import { isList, readList } from './list';

const read = (text: string) => {
  const result = readList(text, DEFAULT_LIMITS);
  return result.ok ? { rows: result.value.records.map(({ row, cells }) => ({ row, ...cells })), errors: result.value.errors, header: result.value.header } : result.problem;
};

test('a list is told from a table', () => {
  expect(['- title: A\n', '---\n- title: A', '# 2018\n- title: A', '\n- title: A'].map(isList)).toEqual([true, true, true, true]);
  expect(['title,start\n- a,b', 'a;b', '-5,3', '', 'title: A'].map(isList)).toEqual([false, false, false, false, false]);
});

test('values are text as it was written, by the line that each thing begins on', () => {
  expect(read('- title: No\n  start: 2018-12-03 15:00:00\n  end:\n- day: &d 2018-12-10\n  title: 08\n- day: *d\n  links:\n  - href: https://a.example/\n    text: "Paper\\_1"\n')).toEqual({
    header: ['title', 'start', 'end', 'day', 'links'], errors: [],
    rows: [
      { row: 1, title: 'No', start: '2018-12-03 15:00:00', end: null, day: null, links: null },
      { row: 4, title: '08', start: null, end: null, day: '2018-12-10', links: null },
      { row: 6, title: null, start: null, end: null, day: '2018-12-10', links: '[{"href":"https://a.example/","text":"Paper\u00a01"}]' },
    ],
  });
});

test('what has no fields is an error of its line, what is broken names the line', () => {
  expect(read('- title: A\n- word\n')).toMatchObject({ rows: [{ row: 1 }], errors: [{ row: 2, code: 'not-fields' }] });
  expect(read('- title: A\n  title: B\n')).toEqual({ code: 'list-damaged', values: { line: 2 } });
  expect(read('- title: "A\n')).toMatchObject({ code: 'list-damaged' });
});

test('names that grow by themselves are not unfolded', () => {
  const grown = ['- a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefgh'.split('').map((name, at) => `  ${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[at]}`).join(', ')}]`)].join('\n');
  expect(() => read(grown)).not.toThrow();
  expect(read(grown)).toMatchObject({ code: 'list-damaged' });
});
