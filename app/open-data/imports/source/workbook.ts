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
  const sheets = await readSheets(bytes, limits);
  if (!sheets.ok) return sheets;
  const [chosen, ...others] = sheets.value.toSorted((a, b) => Number(b.isFilled) - Number(a.isFilled));
  if (chosen === undefined || !chosen.isFilled) return refused('workbook-no-sheet');
  const unread = sheets.value.filter((sheet) => others.includes(sheet)).map(({ name }) => name);
  const notes: Note[] = unread.length > 0 ? [{ code: 'sheets-not-read', values: { read: shown(chosen.name), sheets: shown(unread.join(', ')) } }] : [];
  return taken({ ...chosen.table, notes });
}

/** A sheet as the reader found it. */
export interface RawSheet {
  readonly name: string;
  readonly isFilled: boolean;
  readonly table: RawTable;
}

/** Every sheet of a workbook, in their order. */
export async function readSheets(bytes: Uint8Array, limits: Limits): Promise<Result<RawSheet[]>> {
  const facts = inspectWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
  if (!facts.ok) return facts;
  const sheets = await parsedSheets(bytes);
  return sheets.ok ? taken(sheets.value.map((sheet) => rawSheet(sheet, facts.value.get(sheet.sheet)?.errors ?? []))) : sheets;
}

function rawSheet({ sheet, data }: Sheet<string>, found: readonly { readonly row: number; readonly cell: string }[]): RawSheet {
  const wrong = new Map(found.map(({ row, cell }) => [row, cell]));
  const rows = data.map((row, position): RawRow => ({ row: position + 1, cells: row.map(cellText) })).filter(({ row }) => !wrong.has(row));
  const errors = [...wrong].map(([row, cell]): RowError => ({ row, column: null, code: 'cell-error', values: { cell } }));
  return { name: sheet, isFilled: data.some(isFilled), table: { rows, errors, notes: [] } };
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
