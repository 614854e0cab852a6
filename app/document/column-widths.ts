import type { Column } from './document';

/** From this many columns on a table is set smaller and closer; `report.typ` draws the same line. */
const crowded = 8;
/** Columns of numbers keep their natural width while they leave this share of the line to the words. */
const numbersAtMost = 0.6;
const narrowest = 4;
const longestWord = 20;
const widestText = 48;
/** Sentences are set in fewer lines when their column is somewhat wider than they usually are long. */
const ease = 1.3;

/**
 * How wide each column is set: a number is a share of the free width (Typst's `fr`), `null` means as wide as its content.
 * Every column first has room for what cannot break, its numbers or its longest word; what is left goes to long texts.
 */
export function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[]): (number | null)[] {
  const line = signsAcross(columns.length);
  const sizes = columns.map((column, index) => size(column, rows.map((row) => row[index] ?? ''), columns.length));
  const numbers = sum(sizes.map((one, index) => (columns[index]?.numeric === true ? one.need : 0)));
  const natural = numbers <= line * numbersAtMost && columns.some((column) => !column.numeric);

  const free = Math.max(0, line - sum(sizes.map((one) => one.need)));
  const wanted = Math.max(1, sum(sizes.map((one) => one.want - one.need)));
  return sizes.map((one, index) => (natural && columns[index]?.numeric === true ? null : Math.round(one.need + (one.want - one.need) * Math.min(1, free / wanted))));
}

/** An unbroken chain of signs longer than this is broken inside a cell. */
export const longestInCell = (columns: number): number => Math.max(8, Math.floor(signsAcross(columns) / Math.max(1, columns)) - padding(columns));

/** Signs of Latin text that fit side by side in the width of the page, and the gap between columns; measured with Noto Sans. */
const signsAcross = (columns: number): number => (columns < crowded ? 94 : 106);
const padding = (columns: number): number => (columns < crowded ? 3 : 2);

interface Size { readonly need: number; readonly want: number }

function size(column: Column, texts: readonly string[], columns: number): Size {
  const gap = padding(columns);
  if (column.numeric) {
    const [label = '', ...numbers] = texts;
    const need = Math.max(narrowest, longestPart(label), largest(numbers.map(width))) + gap;
    return { need, want: need };
  }
  const usual = sum(texts.map(width)) / Math.max(1, texts.length);
  const need = Math.max(narrowest, largest(texts.map(longestPart))) + gap;
  return { need, want: Math.max(need, Math.min(widestText, usual * ease) + gap) };
}

/** A line breaks at spaces and after hyphens, though not before a digit; Chinese breaks anywhere. */
const longestPart = (text: string): number => Math.min(longestWord, largest(text.split(/[\s\u{200B}]|-(?!\d)|(?<=[\u{2E80}-\u{9FFF}])/u).map(width)));
const largest = (lengths: readonly number[]): number => lengths.reduce((most, length) => Math.max(most, length), 0);
const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);

/** In signs of Latin text: a Chinese sign is as wide as two. */
const width = (text: string): number => text.length + (text.match(/[\u{2E80}-\u{9FFF}\u{F900}-\u{FAFF}\u{FF00}-\u{FFEF}]/gu)?.length ?? 0);
