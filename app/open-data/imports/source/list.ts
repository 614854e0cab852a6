import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';
import { type Result, type RowError, refused, taken } from '#app/open-data/imports/model';
import { type Limits } from './limits';
import { type SourceRecord, type SourceTable, recordError } from './table';

/** Whether a text is a list of things with named fields (YAML), rather than a table. */
export const isList = (text: string): boolean => /^\uFEFF?(?:\s*#[^\n]*\n|\s*---[ \t]*\r?\n|\s)*- +\S/.test(text);

/**
 * A YAML list as rows under the names of its fields; a row has the number of the line that it begins on. Every value is text, as it was
 * written: no day, number or yes is made of it. What has parts of its own (links) comes as JSON.
 */
export function readList(text: string, limits: Limits): Result<SourceTable> {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false, logLevel: 'silent', stringKeys: true });
  const [broken] = document.errors;
  if (broken !== undefined) return refused('list-damaged', { line: lines.linePos(broken.pos[0]).line });
  const list: unknown = document.contents;
  const items = isSeq<Node>(list) ? list.items : [];
  const header = [...new Set(items.flatMap((item) => (isMap(item) ? item.items.map(({ key }) => nameOf(key)) : [])))];
  if (header.length > limits.columns) return refused('too-many-columns', { found: header.length, limit: limits.columns });
  if (items.length > limits.rows) return refused('too-many-rows', { found: items.length, limit: limits.rows });
  const records: SourceRecord[] = [];
  const errors: RowError[] = [];
  for (const item of items) {
    const row = lines.linePos(item.range?.[0] ?? 0).line;
    if (!isMap(item)) {
      errors.push({ row, column: null, code: 'not-fields', values: {} });
      continue;
    }
    const cells = cellsOf(item, header.toSorted(), document);
    if (cells === null) return refused('list-damaged', { line: row });
    const error = recordError(row, Object.values(cells).map((cell) => cell ?? ''), limits);
    if (error) errors.push(error);
    else records.push({ row, cells });
  }
  return taken({ header, records, errors, notes: [] });
}

const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value).trim() : '');

/** Null where names for parts of the list (anchors) would make it grow without end. */
function cellsOf(item: YAMLMap, header: readonly string[], document: Document): Readonly<Record<string, string | null>> | null {
  const said = new Map(item.items.map(({ key, value }) => [nameOf(key), value]));
  // A field may be called `__proto__`: without a prototype that is a name like any other.
  const cells: Record<string, string | null> = Object.create(null);
  try {
    for (const name of header) cells[name] = textOf(said.get(name), document);
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
  return cells;
}

function textOf(value: unknown, document: Document): string | null {
  const node = isAlias(value) ? value.resolve(document) : value;
  if (isScalar(node)) return String(node.value ?? '').trim() || null;
  if (!isMap(node) && !isSeq(node)) return null;
  return node.items.length === 0 ? null : JSON.stringify(node.toJS(document, { maxAliasCount: 100 }));
}
