import { Big } from 'big.js';
import readXlsxFile from 'read-excel-file/universal';
import { type Note, type Result, refused, taken } from '#app/open-data/imports/model';
import { checkDirectory, readDirectory, unpack } from './archive';
import type { Limits } from './limits';
import { type RawRow, type RawTable, shown } from './table';
import { worksheetCost } from './worksheet';

/** What spreadsheets keep and show of a number; digits beyond are noise of the binary fraction. */
const SPREADSHEET_DIGITS = 15;

/**
 * Reads the first sheet of an .xlsx workbook that holds anything, every cell as text: digits as stored, dates as ISO, TRUE and FALSE.
 * What the archive and its sheets would cost is checked before anything is parsed. Other sheets are named in a note.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Limits): Promise<Result<RawTable>> {
  const checked = checkWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
  if (!checked.ok) return checked;
  try {
    const sheets = await readXlsxFile(new Uint8Array(bytes).buffer, { trim: false, parseNumber: plainNumber });
    const chosen = sheets.find((sheet) => sheet.data.some((row) => row.some((cell) => cell !== null)));
    if (!chosen) return refused('workbook-no-sheet');
    const others = sheets.filter((sheet) => sheet !== chosen).map((sheet) => sheet.sheet);
    const notes: Note[] = others.length > 0 ? [{ code: 'sheets-not-read', values: { read: shown(chosen.sheet), sheets: shown(others.join(', ')) } }] : [];
    const rows: RawRow[] = chosen.data.map((row, position) => ({ row: position + 1, cells: row.map(cellText) }));
    return taken({ rows, errors: [], notes });
  } catch (error) {
    // The reader throws for what is wrong with the file; what could be wrong with the machine was ruled out above.
    return readerProblem(error instanceof Error ? error.message : '');
  }
}

function checkWorkbook(bytes: Buffer, limits: Limits): Result<null> {
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const entries = checkDirectory(directory.value, limits);
  if (!entries.ok) return entries;
  if (!entries.value.some((entry) => entry.name === 'xl/workbook.xml')) return refused('file-not-workbook');
  let cells = 0;
  for (const entry of entries.value.filter((entry) => /\.xml(?:\.rels)?$/.test(entry.name))) {
    const xml = unpack(bytes, entry);
    if (!xml) return refused('workbook-damaged');
    if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) return refused('workbook-not-plain');
    const cost = xml.includes('sheetData') ? worksheetCost(xml) : taken(0);
    if (!cost.ok) return cost;
    cells += cost.value;
  }
  return cells > limits.area ? refused('workbook-too-large', { measure: 'cells', found: cells, limit: limits.area }) : taken(null);
}

/** `<c/> at row 3, col 5: #N/A` is how the reader reports a cell without a value. */
function readerProblem(message: string): Result<never> {
  const [, row, column, found] = /at row (\d+), col (\d+): (.*)/.exec(message) ?? [];
  if (row === undefined || column === undefined || found === undefined) return refused('workbook-damaged');
  return refused('workbook-cell-error', { row: Number(row), position: Number(column), found: shown(found) });
}

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
