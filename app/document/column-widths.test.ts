import { expect, test } from 'vitest';
import { columnWidths, longestInCell } from './column-widths';

const text = { label: 'Region', numeric: false };
const number = { label: 'Connected', numeric: true };

test('numbers are as wide as they are, words share what is left', () => {
  expect(columnWidths([text, number], [['Oceania', '730'], ['Asia', '27,910']])).toEqual([expect.any(Number), null]);
});

test('a column of sentences is wider than a column of names', () => {
  const [sentences = 0, names = 0] = columnWidths([text, text], [['Connect the secondary schools of a district and train their teachers', 'Asia']]);
  expect(sentences ?? 0).toBeGreaterThan(3 * (names ?? 0));
});

test('numbers that would fill the line share it like words, so that nothing leaves the page', () => {
  expect(columnWidths([text, ...Array.from({ length: 9 }, () => number)], [['Asia', ...Array.from({ length: 9 }, () => '1,234,567')]])).not.toContain(null);
});

test('a table of numbers alone fills the line', () => {
  expect(columnWidths([number, number], [['1', '2']])).not.toContain(null);
});

test('a Chinese sign is as wide as two of Latin', () => {
  expect(columnWidths([text], [['承诺的学校承诺的学校']])).toEqual(columnWidths([text], [['aa '.repeat(7).slice(0, 20)]]));
});

test('in a crowded table words give way to numbers, and dates stay on one line', () => {
  const rows = [['Identifier', ...Array.from({ length: 7 }, () => 'Committed'), 'As of'], ['XM-DAC-41121-2021-AFR-100-PROGRAMME', ...Array.from({ length: 7 }, () => '1,234,567'), '2026-01-31']];
  const widths = columnWidths([text, ...Array.from({ length: 7 }, () => number), text], rows);
  for (const width of widths.slice(1)) expect(width).toBeGreaterThanOrEqual(11);
  expect(Math.max(...widths.map((width) => width ?? 0))).toBeLessThan(30);
});

test('the more columns, the sooner a chain of signs is broken', () => {
  expect([1, 4, 12].map(longestInCell)).toEqual([91, 20, 8]);
});
