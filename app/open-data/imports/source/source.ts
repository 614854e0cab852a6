import { type Note, type Result, refused, taken } from '#app/open-data/imports/model';
import { readDelimited } from './delimited';
import { fileType, isEncryptedOffice } from './file-type';
import { DEFAULT_LIMITS, type Limits, megabytes } from './limits';
import { isList, readList } from './list';
import { type SourceTable, namedTable } from './table';
import { type Encoding, decodeText } from './text-source';
import { readWorkbook } from './workbook';

/** A file as rows under column names. `encoding` is null for a workbook. */
export interface Source extends SourceTable {
  readonly format: 'delimited' | 'list' | 'workbook';
  readonly encoding: Encoding | null;
}

/** Reads a spreadsheet, delimited text or a list, whatever its name, and refuses everything else with a reason. Never throws for a file. */
export async function readSource(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Promise<Result<Source>> {
  if (bytes.length === 0) return refused('file-empty');
  if (bytes.length > limits.bytes) return refused('file-too-large', { found: megabytes(bytes.length), limit: megabytes(limits.bytes) });
  const type = fileType(bytes);
  switch (type) {
    case 'zip':
      return workbookSource(bytes, limits);
    case 'old-office':
      return refused(isEncryptedOffice(bytes) ? 'file-encrypted' : 'file-old-workbook');
    case 'markup': // A file that is XML is read elsewhere: what comes here is a web page.
      return refused('file-markup');
    case 'binary':
      return refused('file-binary');
    default:
      return textSource(bytes, type === 'text' ? null : type, limits);
  }
}

async function workbookSource(bytes: Uint8Array, limits: Limits): Promise<Result<Source>> {
  const raw = await readWorkbook(bytes, limits);
  if (!raw.ok) return raw;
  const table = namedTable(raw.value, limits);
  return table.ok ? taken({ ...table.value, format: 'workbook', encoding: null }) : table;
}

function textSource(bytes: Uint8Array, mark: 'utf-16le' | 'utf-16be' | null, limits: Limits): Result<Source> {
  const decoded = decodeText(bytes, mark);
  if (!decoded.ok) return decoded;
  const { text, encoding, guessed, beyondAscii } = decoded.value;
  if (text.trim() === '') return refused('file-empty');
  const note: Note[] = guessed ? [{ code: 'encoding-guessed', values: { encoding, number: beyondAscii } }] : [];
  if (isList(text)) {
    const list = readList(text, limits);
    return list.ok ? taken({ ...list.value, notes: note, format: 'list', encoding }) : list;
  }
  const raw = readDelimited(text);
  if (!raw.ok) return raw;
  const table = namedTable({ ...raw.value, notes: [...note, ...raw.value.notes] }, limits);
  return table.ok ? taken({ ...table.value, format: 'delimited', encoding }) : table;
}
