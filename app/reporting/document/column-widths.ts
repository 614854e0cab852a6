import type { Column } from './document';

/** Signs of table text that fit side by side in the width of the page; measured with Noto Sans at the size of `report.typ`. */
const signsAcross = 96;
const padding = 3;
const narrowest = 6;
const widestText = 48;
const longestWord = 20;
/** Columns of numbers keep their natural width while they leave this share of the line to the words. */
const numbersAtMost = 0.6;

/**
 * How wide each column is set: a number is a share of the free width (Typst's `fr`), `null` means as wide as its content.
 * Text takes its share by how long it usually is; a short column next to long sentences keeps room for its longest word.
 */
export function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[]): (number | null)[] {
  const sizes = columns.map((column, index) => size(column, rows.map((row) => row[index] ?? '')));
  const numbers = columns.reduce((sum, column, index) => sum + (column.numeric ? (sizes[index] ?? 0) : 0), 0);
  const natural = numbers <= signsAcross * numbersAtMost && columns.some((column) => !column.numeric);
  return columns.map((column, index) => (column.numeric && natural ? null : (sizes[index] ?? narrowest)));
}

/** An unbroken chain of signs longer than this is broken inside a cell. */
export const longestInCell = (columns: number): number => Math.max(8, Math.floor(signsAcross / Math.max(1, columns)) - padding);

function size(column: Column, texts: readonly string[]): number {
  const lengths = texts.map(width);
  if (column.numeric) return Math.max(narrowest, largest(lengths)) + padding;
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const word = Math.min(longestWord, largest(texts.flatMap((text) => text.split(/[\s\u{200B}-]/u)).map(width)));
  return Math.round(Math.min(widestText, Math.max(narrowest, word, usual * 1.3))) + padding;
}

const largest = (lengths: readonly number[]): number => lengths.reduce((most, length) => Math.max(most, length), 0);

/** In signs of Latin text: a Chinese sign is as wide as two. */
function width(text: string): number {
  return text.length + (text.match(/[\u{2E80}-\u{9FFF}\u{F900}-\u{FAFF}\u{FF00}-\u{FFEF}]/gu)?.length ?? 0);
}
