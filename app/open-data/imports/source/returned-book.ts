import { type Result, refused, taken } from '#app/open-data/imports/model';
import { fileType } from './file-type';
import { DEFAULT_LIMITS, megabytes } from './limits';
import { type SourceTable, namedTable } from './table';
import { readSheets } from './workbook';

/** A sheet of a workbook with the names of its columns, or what is wrong with it as a whole. */
export interface ReturnedSheet {
  readonly name: string;
  readonly table: Result<SourceTable>;
}

/** The filled sheets of a workbook, each as a table under its heads. Never throws for a file. */
export async function readReturnedBook(bytes: Uint8Array): Promise<Result<ReturnedSheet[]>> {
  if (bytes.length === 0) return refused('file-empty');
  if (bytes.length > DEFAULT_LIMITS.bytes) return refused('file-too-large', { found: megabytes(bytes.length), limit: megabytes(DEFAULT_LIMITS.bytes) });
  if (fileType(bytes) !== 'zip') return refused('file-not-workbook');
  const sheets = await readSheets(bytes, DEFAULT_LIMITS);
  return sheets.ok ? taken(sheets.value.filter(({ isFilled }) => isFilled).map(({ name, table }) => ({ name, table: namedTable(table, DEFAULT_LIMITS) }))) : sheets;
}
