import type { Departure, Note, RowError } from '#app/open-data/imports/model';
import type { ReadingContext } from '#app/open-data/imports/reference';
import type { ReadableKind, RowOf } from '#app/open-data/imports/rows';
import type { SourceTable } from '#app/open-data/imports/source/table';

/** The rows of one kind that a file gave, and those it did not. */
export interface Contents<K extends ReadableKind> {
  readonly kind: K;
  readonly rows: readonly RowOf[K][];
  /** In the order of the rows. */
  readonly errors: readonly RowError[];
  readonly notes: readonly Note[];
  /** In what the file departs from the schema of its form, where it has one. */
  readonly departures?: readonly Departure[];
  /** The text that the rows are about, where they are about one. */
  readonly text?: TextName;
}
/** A text by the code and the names under which it is kept. */
export interface TextName {
  readonly code: string;
  readonly name: string;
  readonly short_name: string;
}
/** Contents of any kind, told apart by `kind`. */
export type AnyContents = { [K in ReadableKind]: Contents<K> }[ReadableKind];

/** One known form of file. */
export interface Shape {
  readonly id: string;
  readonly kind: ReadableKind;
  /** Columns by which the form is recognised. */
  readonly required: readonly string[];
  /** Columns that are read where they are there. */
  readonly optional: readonly (string | RegExp)[];
  readonly read: (source: SourceTable, context: ReadingContext) => AnyContents;
}

export const inRowOrder = (errors: readonly RowError[]): RowError[] => errors.toSorted((a, b) => a.row - b.row);
