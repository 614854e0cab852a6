import { parse } from 'csv-parse/sync';
import { type Result, type RowError, refused, taken } from '#app/open-data/imports/model';
import type { RawRow, RawTable } from './table';

const DELIMITERS = [',', ';', '\t'] as const;
/** Characters of one row, its quotes included: far above what a real row holds, far below what memory minds. */
const LONGEST_ROW = 1_000_000;

/**
 * Reads RFC 4180 text: rows numbered as a person counts them (a quoted line break does not begin a row), line ends CR, LF or CRLF,
 * the delimiter the one that the header uses most. A stray quote spoils its own row; a quote that never closes spoils the file,
 * because nobody can say which rows it swallowed.
 */
export function readDelimited(text: string): Result<RawTable> {
  const rows: RawRow[] = [];
  const errors: RowError[] = [];
  let open: number | null = null;
  let row = 0;
  parse(text, {
    delimiter: delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[]) => {
      row += 1;
      rows.push({ row, cells: cells.map(withoutFormulaMark) });
      return null;
    },
    on_skip: (error) => {
      row += 1;
      if (error?.code === 'CSV_QUOTE_NOT_CLOSED') open = row;
      errors.push({ row, column: null, code: error?.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'quote-misplaced', values: {} });
      return undefined;
    },
  });
  return open === null ? taken({ rows, errors, notes: [] }) : refused('text-quote-open', { row: open });
}

/** The candidate that occurs most, outside quotes, in the first line. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text.trimStart().slice(0, 100_000))?.[0].replaceAll(/"[^"]*"/g, '') ?? '';
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

/** Our own exports put `'` before text that begins like a formula: exactly one is removed. */
const withoutFormulaMark = (cell: string): string => (/^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell);

