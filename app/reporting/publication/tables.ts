import type { FileTable, FileType, FileValue } from '#app/table/files/column';

/** What the values of a column are, by the names of Frictionless Table Schema. A `number` is a decimal as text, so that no digit is lost. */
export type FieldType = 'string' | 'number' | 'integer' | 'date' | 'boolean' | 'array' | 'object';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
}

/** Rows of one kind, as every file of an edition has them; `rows` begins anew each time. */
export interface EditionTable {
  /** What it is called in addresses and files, in English. */
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly rows: () => AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>;
}

/** A table for CSV and spreadsheets: lists and objects are JSON in their cell, missing is empty. */
export const fileTableOf = ({ fields, rows }: EditionTable): FileTable => ({ header: fields.map(({ name }) => name), types: fields.map(({ type }) => cellTypes[type] ?? 'text'), rows: cellsOf(rows()) });

const cellTypes: Readonly<Partial<Record<FieldType, FileType>>> = { number: 'decimal', date: 'day' };

async function* cellsOf(rows: ReturnType<EditionTable['rows']>): AsyncGenerator<readonly FileValue[]> {
  for await (const row of rows) yield row.map((value) => (value === undefined || value === null ? null : typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)));
}

/** The same as a JSON array of objects, one to a line; lists and objects are what they are. */
export async function* jsonRowsOf({ fields, rows }: EditionTable): AsyncGenerator<string> {
  let between = '[\n';
  for await (const row of rows()) {
    yield `${between}{${fields.map(({ name }, at) => `${JSON.stringify(name)}:${JSON.stringify(row[at] ?? null)}`).join(',')}}`;
    between = ',\n';
  }
  yield between === '[\n' ? '[]\n' : '\n]\n';
}
