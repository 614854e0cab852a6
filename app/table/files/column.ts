export const fileFormats = ['csv', 'xlsx', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A value as files have it: text, an exact decimal as text, a count, or null for missing. */
export type FileValue = string | number | null;

/** A column of a file: its header in snake_case, and the bare value. Columns are only added, at the end. */
export interface FileColumn<Row> {
  readonly header: string;
  readonly value: (row: Row) => FileValue;
}

/** What a column holds besides text: a plain number, or a calendar day. */
export type FileType = 'decimal' | 'day' | 'text';

/** A list ready to be written: the rows come as they are asked for, however many there are. */
export interface FileTable {
  readonly header: readonly string[];
  readonly types: readonly FileType[];
  readonly rows: AsyncIterable<readonly FileValue[]>;
}

/**
 * What the name of a column promises: `…_on` and `…date` are days, amounts are decimals. Everything else is text, even where it looks
 * like a number: an identifier keeps its zeros.
 */
export function typeOf(header: string): FileType {
  if (/(?:^|_)(?:on|date)$/.test(header)) return 'day';
  return header.endsWith('_usd') || amounts.has(header) ? 'decimal' : 'text';
}
const amounts = new Set(['amount', 'value', 'pledged', 'committed', 'disbursed', 'spent', 'baseline', 'target']);

export function fileTable<Row>(columns: readonly FileColumn<Row>[], rows: AsyncIterable<Row> | Iterable<Row>): FileTable {
  const header = columns.map((column) => column.header);
  return { header, types: header.map(typeOf), rows: valuesOf(columns, rows) };
}

async function* valuesOf<Row>(columns: readonly FileColumn<Row>[], rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<readonly FileValue[]> {
  for await (const row of rows) yield columns.map((column) => column.value(row));
}
