import { type Note, type Result, type RowError, refused, taken } from '#app/open-data/imports/model';
import type { Limits } from './limits';

/** Cells of one line as the reader found them; `row` as a person counts. */
export interface RawRow { readonly row: number; readonly cells: readonly string[] }
export interface RawTable { readonly rows: readonly RawRow[]; readonly errors: readonly RowError[]; readonly notes: readonly Note[] }

/** One row under the header's names, these in alphabetical order whatever the file's: trimmed, empty is null. */
export interface SourceRecord { readonly row: number; readonly cells: Readonly<Record<string, string | null>> }
export interface SourceTable {
  readonly header: readonly string[];
  readonly records: readonly SourceRecord[];
  readonly errors: readonly RowError[];
  readonly notes: readonly Note[];
}

/**
 * Names the cells by the first row that is not blank. Blank rows are no rows (a note counts them); a row whose length differs from the
 * header's, or that holds what no text holds, is an error.
 */
export function namedTable(raw: RawTable, limits: Limits): Result<SourceTable> {
  const filled = raw.rows.filter((row) => !isBlank(row));
  const [first, ...body] = filled;
  // An error above everything that was read is an error of the header: the next row must not be taken for it.
  const unreadable = raw.errors.find((error) => first === undefined || error.row < first.row);
  if (unreadable) return refused('header-unreadable', { row: unreadable.row });
  if (!first) return refused('header-missing');
  const header = headerOf(first);
  const problem = headerProblem(header, body, limits);
  if (problem) return problem;
  const errors = [...raw.errors];
  const records: SourceRecord[] = [];
  const columns = header.map((name, position) => ({ name, position })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const row of body) {
    const error = rowError(row, header.length, limits);
    if (error) errors.push(error);
    else records.push(record(row, columns));
  }
  if (records.length + errors.length === 0) return refused('no-rows', { columns: header.join(', ') });
  const blank = raw.rows.length - filled.length;
  const notes: Note[] = blank > 0 ? [...raw.notes, { code: 'rows-blank', values: { number: blank } }] : [...raw.notes];
  return taken({ header, records, errors: errors.toSorted((a, b) => a.row - b.row), notes });
}

const isBlank = (row: RawRow): boolean => row.cells.every((cell) => cell.trim() === '');

/** Spreadsheets leave empty columns at the right; they are no columns. */
function headerOf(row: RawRow): string[] {
  const names = row.cells.map((cell) => cell.trim());
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

function headerProblem(header: readonly string[], body: readonly RawRow[], limits: Limits) {
  if (header.length > limits.columns) return refused('too-many-columns', { found: header.length, limit: limits.columns });
  if (body.length > limits.rows) return refused('too-many-rows', { found: body.length, limit: limits.rows });
  const blank = header.indexOf('');
  if (blank !== -1) return refused('header-blank', { position: blank + 1 });
  const repeated = header.find((name, position) => header.indexOf(name) !== position);
  return repeated === undefined ? null : refused('header-repeated', { column: shown(repeated) });
}

function rowError(row: RawRow, width: number, limits: Limits): RowError | null {
  const last = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (row.cells.length < width || last > width) {
    return { row: row.row, column: null, code: 'row-length', values: { found: Math.max(last, Math.min(row.cells.length, width)), expected: width } };
  }
  return recordError(row.row, row.cells, limits);
}

/** What no cell may hold, wherever it comes from. */
export function recordError(row: number, cells: readonly string[], limits: Limits): RowError | null {
  const long = cells.findIndex((cell) => cell.length > limits.characters);
  if (long !== -1) return { row, column: null, code: 'cell-too-long', values: { position: long + 1, limit: limits.characters } };
  // NUL and half a character pair are what a database cannot keep and no person typed.
  const odd = cells.findIndex((cell) => /[\0\p{Cs}]/u.test(cell));
  if (odd !== -1) return { row, column: null, code: 'cell-control', values: { position: odd + 1 } };
  const word = cells.map((cell) => (cell.length > LONGEST_WORD ? (ENDLESS.exec(cell)?.[0].length ?? 0) : 0)).find((length) => length > 0);
  return word === undefined ? null : { row, column: null, code: 'word-too-long', values: { found: word, limit: LONGEST_WORD } };
}

/** What the index of words can hold, whatever the script. */
const LONGEST_WORD = 600;
const ENDLESS = /[\p{L}\p{N}\p{M}]{601,}/u;

function record(row: RawRow, columns: readonly { name: string; position: number }[]): SourceRecord {
  // A header may say `__proto__`: without a prototype that is a name like any other.
  const cells: Record<string, string | null> = Object.create(null);
  for (const { name, position } of columns) cells[name] = row.cells[position]?.trim() || null;
  return { row: row.row, cells };
}

/** A name from a file, short enough for a message. */
export const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
