import { type Result, refused, taken } from '#app/open-data/imports/model';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const [OPEN, CLOSE, BANG, QUESTION, SLASH, DOUBLE, SINGLE] = [0x3c, 0x3e, 0x21, 0x3f, 0x2f, 0x22, 0x27] as const;

/** `cost`: how many cells and rows a reader will hold. `errors`: cells that hold `#REF!` or the like, which the reader takes for empty. */
export interface WorksheetFacts { readonly cost: number; readonly errors: readonly { readonly row: number; readonly cell: string }[] }

/**
 * Looks at the tags of a sheet before a parser does: a reader fills the gaps between the rows and cells that a sheet names, so one
 * cell `XFD1048576` would cost seventeen thousand million blanks. Refuses declarations and addresses that no sheet has.
 */
export function inspectWorksheet(xml: Buffer): Result<WorksheetFacts> {
  const errors: { row: number; cell: string }[] = [];
  let lastRow = 0;
  let rows = 0;
  let columns = 0;
  for (let at = xml.indexOf(OPEN); at !== -1; ) {
    const end = endOfTag(xml, at);
    if (end === null) return refused('workbook-not-plain');
    const next = xml[at + 1];
    const tag = next === SLASH || next === BANG || next === QUESTION ? null : cellAddress(xml.toString('latin1', at, end));
    if (tag === 'wrong') return refused('workbook-damaged');
    if (tag) {
      lastRow = Math.max(lastRow, tag.row);
      if (tag.column > 0) rows = Math.max(rows, tag.row);
      columns = Math.max(columns, tag.column);
      if (tag.isError) errors.push({ row: tag.row, cell: tag.address });
    }
    at = xml.indexOf(OPEN, end);
  }
  return taken({ cost: rows * columns + lastRow, errors });
}

/** Where the tag, comment or section that begins here ends; null for a declaration or what never ends. */
function endOfTag(xml: Buffer, at: number): number | null {
  if (xml[at + 1] === BANG) return after(xml, at, '<!--', '-->') ?? after(xml, at, '<![CDATA[', ']]>');
  if (xml[at + 1] === QUESTION) return after(xml, at, '<?', '?>');
  let quote = 0;
  for (let position = at + 1; position < xml.length; position += 1) {
    const byte = xml[position];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === DOUBLE || byte === SINGLE) {
      quote = byte;
    } else if (byte === CLOSE) {
      return position + 1;
    }
  }
  return null;
}

function after(xml: Buffer, at: number, opening: string, closing: string): number | null {
  if (xml.toString('latin1', at, at + opening.length) !== opening) return null;
  const end = xml.indexOf(closing, at + opening.length);
  return end === -1 ? null : end + closing.length;
}

/** The address that a cell tag names, or a row tag (column 0); null for other tags, `wrong` for an address outside every sheet. */
function cellAddress(tag: string): { row: number; column: number; address: string; isError: boolean } | 'wrong' | null {
  if (!/^<(?:[^\s/>:]*:)?(?:c|row)[\s/>]/.test(tag)) return null;
  const address = /[\s:]r\s*=\s*["']([^"']*)["']/.exec(tag)?.[1];
  if (address === undefined) return null;
  const [, letters, digits] = /^([A-Z]{0,3})([0-9]{1,7})$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return 'wrong';
  const row = Number(digits);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  if (row < 1 || row > LAST_ROW || column > LAST_COLUMN) return 'wrong';
  return { row, column, address, isError: letters !== '' && /[\s:]t\s*=\s*["']e["']/.test(tag) };
}
