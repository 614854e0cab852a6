import { daysBetween } from '#app/platform/clock';
import { printableInXml } from '#app/platform/xml-text';
import { zipped } from '#app/platform/zip';
import type { FileTable, FileType, FileValue } from './column';
import { gathered } from './gathered';

/**
 * A list as a workbook (.xlsx) with one sheet, written as the rows come: the memory that it takes does not grow with them. Amounts are
 * numbers and days are dates; text is typed as text and stays as it is, also where it begins like a formula. A number of more than 15
 * digits, which spreadsheets would round, is text.
 */
export const workbookOf = (table: FileTable): AsyncGenerator<Uint8Array> => bookOf([{ name: 'Concord', table }]);

/** A sheet of a workbook. `choices`: by its head, what a cell of a column is chosen from, a range of another sheet (`Lists!$A$2:$A$9`). */
export interface BookSheet {
  readonly name: string;
  readonly table: FileTable;
  /** Heads of columns that are there for the portal alone. */
  readonly hidden?: readonly string[];
  readonly choices?: Readonly<Record<string, string>>;
  /** The sheet itself is there for the others alone. */
  readonly unseen?: boolean;
  /** Read from right to left, the first column at the right. */
  readonly rtl?: boolean;
  /** How many signs wide the columns are, and their text broken into lines; as the reader's program has it unless told. */
  readonly widths?: readonly number[];
}

/** A workbook of several sheets, one after the other. */
export const bookOf = (sheets: readonly BookSheet[]): AsyncGenerator<Uint8Array> => zipped([
  ...Object.entries(partsOf(sheets)).map(([name, text]) => ({ name, content: once(xmlHead + text) })),
  ...sheets.map((one, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: gathered(sheet(one)) })),
]);

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function* sheet({ table: { header, types, rows }, hidden = [], choices = {}, rtl = false, widths = [] }: BookSheet): AsyncGenerator<string> {
  yield `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView${rtl ? ' rightToLeft="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columnsOf(header, hidden, widths)}<sheetData>`;
  const letters = header.map((_, at) => letterOf(at));
  yield `<row r="1">${header.map((name, at) => textCell(`${letters[at] ?? ''}1`, name, bold)).join('')}</row>`;
  let number = 1;
  for await (const row of rows) {
    number += 1;
    yield `<row r="${number}">${row.map((value, at) => cell(`${letters[at] ?? ''}${number}`, value, types[at] ?? 'text', widths[at] === undefined ? '' : ` s="${wrapped}"`)).join('')}</row>`;
  }
  yield `</sheetData>${choicesOf(header, choices)}</worksheet>`;
}

const columnsOf = (header: readonly string[], hidden: readonly string[], widths: readonly number[]): string => {
  const columns = header.flatMap((name, at) => {
    const place = `<col min="${at + 1}" max="${at + 1}"`;
    if (hidden.includes(name)) return [`${place} width="9" hidden="1"/>`];
    const width = widths[at];
    return width === undefined ? [] : [`${place} width="${width}" style="${wrapped}" customWidth="1"/>`];
  });
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
};

/** Spreadsheets offer these as a list; what is typed besides is refused by the portal, which reads the cells as anybody else's. */
const choicesOf = (header: readonly string[], choices: Readonly<Record<string, string>>): string => {
  const found = header.flatMap((name, at) => {
    const from = choices[name];
    return from === undefined ? [] : [`<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letterOf(at)}2:${letterOf(at)}5000"><formula1>${escaped(from)}</formula1></dataValidation>`];
  });
  return found.length === 0 ? '' : `<dataValidations count="${found.length}">${found.join('')}</dataValidations>`;
};

const bold = ' s="2"';

/** The style of text that is broken into lines. */
const wrapped = 3;

function cell(at: string, value: FileValue, type: FileType, style: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (type === 'decimal' && /^-?(?=[\d.]{1,16}$)\d+(?:\.\d+)?$/.test(value)) return `<c r="${at}"><v>${value}</v></c>`;
  if (type === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= firstDay) return `<c r="${at}" s="1"><v>${daysBetween(epoch, value)}</v></c>`;
  return textCell(at, value, style);
}

/** What day 0 would be; before March 1900 spreadsheets count a day that never was. */
const epoch = '1899-12-30';
const firstDay = '1900-03-01';
const longestCell = 32_767;

function textCell(at: string, text: string, style = ''): string {
  const fits = text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(fits)}</t></is></c>`;
}

// Line ends are written so that no reader changes them.
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const escaped = (text: string): string => (special.test(text) ? printableInXml(text).replace(/[&<>\r]/g, (sign) => escapes[sign] ?? sign) : text);
/** Most text has none of these and stays as it is. */
const special = new RegExp('[&<>\\u0000-\\u0008\\u000b-\\u001f\\ud800-\\udfff\\ufffe\\uffff]');

/** A, B … Z, AA … */
const letterOf = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26));

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const partsOf = (sheets: readonly BookSheet[]) => ({
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typed}.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${typed}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${typed}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name, unseen }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${unseen === true ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf numFmtId="164" xfId="0" applyNumberFormat="1"/><xf fontId="1" xfId="0" applyFont="1"/><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
});
