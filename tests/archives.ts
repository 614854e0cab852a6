import { deflateRawSync } from 'node:zlib';

/** One entry of an archive built by hand; `claims` is what its directory says in place of the truth. */
export interface ArchiveEntry {
  readonly name: string;
  readonly content: string | Buffer;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  readonly claims?: number;
}

/** Builds a zip file byte by byte, so that tests can make archives that no honest tool makes. */
export function archive(entries: readonly ArchiveEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = entry.stored ? content : deflateRawSync(content, { level: 9 });
    const name = Buffer.from(entry.name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(entry.encrypted ? 1 : 0, 2);
    facts.writeUInt16LE(entry.stored ? 0 : 8, 4);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(entry.claims ?? content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), facts, tail, name]));
    parts.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** An .xlsx of the sheets given as the inside of `<sheetData>`, with more entries beside them. */
export function workbook(sheets: Readonly<Record<string, string>>, more: readonly ArchiveEntry[] = []): Buffer {
  const names = Object.keys(sheets);
  const list = names.map((name, position) => `<sheet name="${name}" sheetId="${position + 1}" r:id="rId${position + 1}"/>`).join('');
  const links = names.map((_, position) => `<Relationship Id="rId${position + 1}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${position + 1}.xml"/>`).join('');
  const parts = names.map((name, position) => ({ name: `xl/worksheets/sheet${position + 1}.xml`, content: `<worksheet xmlns="${MAIN}"><sheetData>${sheets[name]}</sheetData></worksheet>` }));
  return archive([
    { name: 'xl/workbook.xml', content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${list}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${links}</Relationships>` },
    ...parts,
    ...more,
  ]);
}

/** `<row>` elements of text cells, from A1. */
export function sheetRows(rows: readonly (readonly string[])[]): string {
  const cell = (text: string, row: number, column: number) => `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  return rows.map((cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cell(text, row + 1, column)).join('')}</row>`).join('');
}
