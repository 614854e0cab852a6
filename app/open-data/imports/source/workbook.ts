import { Big } from 'big.js';
import readXlsxFile, { type Sheet } from 'read-excel-file/universal';
import { type Note, type Result, type RowError, refused, taken } from '#app/open-data/imports/model';
import type { Limits } from './limits';
import { type RawRow, type RawTable, shown } from './table';
import { inspectWorkbook } from './workbook-parts';

/** What spreadsheets keep and show of a number; digits beyond are noise of the binary fraction. */
const SPREADSHEET_DIGITS = 15;

/**
 * Reads the first sheet of an .xlsx workbook that holds anything, every cell as text: digits as stored, dates as ISO, TRUE and FALSE.
 * What the archive and its sheets would cost is checked before anything is parsed. A row with a formula's error is an error; other
 * sheets are named in a note.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Limits): Promise<Result<RawTable>> {
  const facts = inspectWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
  if (!facts.ok) return facts;
  const sheets = await parsedSheets(bytes);
  if (!sheets.ok) return sheets;
  const chosen = sheets.value.find((sheet) => sheet.data.some(isFilled));
  if (!chosen) return refused('workbook-no-sheet');
  const wrong = new Map(facts.value.get(chosen.sheet)?.errors.map(({ row, cell }) => [row, cell]));
  const rows = chosen.data.map((row, position): RawRow => ({ row: position + 1, cells: row.map(cellText) })).filter(({ row }) => !wrong.has(row));
  const errors = [...wrong].map(([row, cell]): RowError => ({ row, column: null, code: 'cell-error', values: { cell } }));
  const others = sheets.value.filter((sheet) => sheet !== chosen).map((sheet) => sheet.sheet);
  const notes: Note[] = others.length > 0 ? [{ code: 'sheets-not-read', values: { read: shown(chosen.sheet), sheets: shown(others.join(', ')) } }] : [];
  return taken({ rows, errors, notes });
}

async function parsedSheets(bytes: Uint8Array): Promise<Result<Sheet<string>[]>> {
  try {
    return taken(await readXlsxFile(new Uint8Array(bytes).buffer, { trim: false, parseNumber: plainNumber }));
  } catch {
    // The reader throws for what is wrong with the file; what a file could do to the machine was ruled out before.
    return refused('workbook-damaged');
  }
}

const isFilled = (row: readonly unknown[]): boolean => row.some((cell) => cell !== null);

/** Number cells are stored as binary fractions, at times with an exponent: as plain digits, without the noise. */
export function plainNumber(stored: string): string {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(stored)) return stored;
  const digits = stored.replace(/e.*/i, '').replaceAll(/[^\d]/g, '').replace(/^0+/, '').length;
  if (digits <= SPREADSHEET_DIGITS && /^-?\d/.test(stored) && !/e/i.test(stored)) return stored;
  const number = new Big(stored.replace(/^\+/, ''));
  return (digits > SPREADSHEET_DIGITS ? number.prec(SPREADSHEET_DIGITS) : number).toFixed();
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}
