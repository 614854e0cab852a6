import type { ReactNode } from 'react';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';

/** What a cell needs to speak: the words of the domain, and the language of numbers and dates. */
export interface Words {
  readonly t: Text;
  readonly language: Language;
}

/** A column of a list, on screen and in a file. Columns live at module level, one array for each kind of record. */
export interface Column<Row> {
  readonly id: string;
  readonly header: (t: Text) => string;
  /** Plain elements rather than components where they do: a list renders hundreds of cells. */
  readonly cell: (row: Row, words: Words) => ReactNode;
  /** The bare value for CSV and XLSX; a column without it stays on screen only. */
  readonly csv?: (row: Row) => string | number | null;
  /** The key of `ListSpec.sorts` this column is sorted by. */
  readonly sort?: string;
  /** At the end of the column, with tabular figures. */
  readonly numeric?: boolean;
  /** Tags need no name beside them when rows become blocks. */
  readonly unnamed?: boolean;
  /** Keeps dates and references on one line. */
  readonly unbroken?: boolean;
  /** Sentences: they have room to be read, and stand below their label when rows become blocks; where nothing is said, nothing stands there. */
  readonly worded?: boolean;
}

/** Head and values of a file: only columns with a bare value, in their order. Missing stays empty, never zero. */
export function csvColumns<Row>(columns: readonly Column<Row>[], t: Text) {
  const kept = columns.flatMap((column) => (column.csv === undefined ? [] : [{ header: column.header(t), value: column.csv }]));
  return {
    header: kept.map((column) => column.header),
    values: (row: Row): readonly (string | number | null)[] => kept.map((column) => column.value(row)),
  };
}
