import { CsvError, parse } from 'csv-parse/sync';
import { type Result, type RowError, refused, taken } from '#app/open-data/imports/model';
import type { RawRow, RawTable } from './table';

const DELIMITERS = [',', ';', '\t'] as const;
/** What the parser gives when it is asked for the raw text too. */
interface RawRecord { readonly record: readonly string[]; readonly raw: string }

/** Characters of one row with its quotes: far above what a real row holds. */
const LONGEST_ROW = 1_000_000;

/**
 * Reads RFC 4180 text: rows numbered as a person counts them (a quoted line break does not begin a row), line ends CR, LF or CRLF,
 * the delimiter the one that the header uses most. A stray quote spoils its own row; a quote that never closes spoils the file,
 * because nobody can say which rows it swallowed.
 */
export function readDelimited(text: string): Result<RawTable> {
  const delimiter = delimiterOf(text);
  const records = parsed(text, delimiter);
  if (typeof records === 'number') return refused('text-quote-open', { row: records });
  const wellFormed = wellFormedRow(delimiter);
  const rows: RawRow[] = [];
  const errors: RowError[] = [];
  records.forEach(({ record, raw }, position) => {
    const row = position + 1;
    if (raw.length > LONGEST_ROW) errors.push({ row, column: null, code: 'row-too-long', values: { limit: LONGEST_ROW } });
    else if (raw.includes('"') && !wellFormed.test(raw)) errors.push({ row, column: null, code: 'quote-misplaced', values: {} });
    else rows.push({ row, cells: record.map(withoutFormulaMark) });
  });
  return taken({ rows, errors, notes: [] });
}

/**
 * The parser is asked to be lenient and its rows are checked afterwards: when it is strict, it loses its place at the first fault.
 * Gives the number of the row whose quote never closes instead of rows.
 */
function parsed(text: string, delimiter: string): RawRecord[] | number {
  try {
    const records: unknown = parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true, raw: true });
    // The parser's types do not know what `raw` does to its result.
    return records as RawRecord[];
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return Number(error['records']) + 1;
    throw error;
  }
}

/** The candidate that occurs most, outside quotes, in the first line. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text.trimStart().slice(0, 100_000))?.[0].replaceAll(/"[^"]*"/g, '') ?? '';
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

/** RFC 4180: a field is quoted as a whole or holds no quote. */
function wellFormedRow(delimiter: string): RegExp {
  const field = `(?:"[^"]*(?:""[^"]*)*"|[^"${delimiter}\\r\\n]*)`;
  return new RegExp(`^${field}(?:${delimiter}${field})*[\\r\\n]*$`);
}

/** Our own exports put `'` before text that begins like a formula, or with marks before one: exactly one is removed. */
const withoutFormulaMark = (cell: string): string => (/^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell);
