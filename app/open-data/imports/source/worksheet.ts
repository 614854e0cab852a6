import { type Result, refused, taken } from '#app/open-data/imports/model';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const [OPEN, CLOSE, BANG, QUESTION, DOUBLE, SINGLE] = [0x3c, 0x3e, 0x21, 0x3f, 0x22, 0x27] as const;

/**
 * Looks at the tags of a sheet before a parser does: a reader fills the gaps between the rows and cells that a sheet names, so one
 * cell `XFD1048576` would cost seventeen thousand million blanks. Gives how many cells and rows the reader will hold; refuses
 * declarations and addresses that no sheet has.
 */
export function worksheetCost(xml: Buffer): Result<number> {
  let lastRow = 0;
  let rows = 0;
  let columns = 0;
  for (let at = xml.indexOf(OPEN); at !== -1; ) {
    const end = endOfTag(xml, at);
    if (end === null) return refused('workbook-not-plain');
    const tag = xml[at + 1] === BANG || xml[at + 1] === QUESTION ? null : cellAddress(xml.toString('latin1', at, end));
    if (tag === 'wrong') return refused('workbook-damaged');
    if (tag) {
      lastRow = Math.max(lastRow, tag.row);
      if (tag.column > 0) rows = Math.max(rows, tag.row);
      columns = Math.max(columns, tag.column);
    }
    at = xml.indexOf(OPEN, end);
  }
  return taken(rows * columns + lastRow);
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
function cellAddress(tag: string): { row: number; column: number } | 'wrong' | null {
  if (!/^<(?:[^\s/>:]*:)?(?:c|row)[\s/>]/.test(tag)) return null;
  const address = /[\s:]r\s*=\s*["']([^"']*)["']/.exec(tag)?.[1];
  if (address === undefined) return null;
  const [, letters, digits] = /^([A-Z]{0,3})([0-9]{1,7})$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return 'wrong';
  const row = Number(digits);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  if (row < 1 || row > LAST_ROW || column > LAST_COLUMN) return 'wrong';
  return { row, column };
}
