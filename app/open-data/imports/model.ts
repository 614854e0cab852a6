/**
 * The words of imports: what can be imported, what a file can be refused for, what a row can be refused for.
 * Everything here may run in a browser.
 */

export const IMPORT_KINDS = ['members', 'commitments', 'activities', 'participating-orgs', 'budgets', 'transactions', 'pledges', 'sessions', 'rates', 'indicators', 'endorsements', 'framework', 'iati-file', 'commitment-list', 'commitment-goals', 'commitment-texts'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Why a whole file is refused: nothing of it is taken. Words: `imports.problems.<code>`. */
export const FILE_PROBLEMS = [
  'file-empty', 'file-too-large', 'file-binary', 'file-markup', 'file-old-workbook', 'file-encrypted', 'file-not-workbook',
  'text-damaged', 'text-quote-open', 'xml-damaged', 'xml-declarations', 'xml-other', 'xml-encoding',
  'workbook-damaged', 'workbook-too-large', 'workbook-not-plain', 'workbook-no-sheet',
  'header-missing', 'header-unreadable', 'header-blank', 'header-repeated', 'too-many-columns', 'too-many-rows', 'no-rows',
  'not-recognised', 'nearly-recognised', 'kind-differs', 'file-too-costly', 'file-not-storable', 'list-damaged',
] as const;
export type FileProblemCode = (typeof FILE_PROBLEMS)[number];

/** Why one row is refused. Words: `imports.errors.<code>`. */
export const ROW_ERRORS = [
  'row-length', 'row-too-long', 'quote-misplaced', 'cell-too-long', 'cell-control', 'cell-error',
  'required', 'amount-invalid', 'amount-digits', 'rate-invalid', 'date-invalid', 'date-future', 'currency-unknown', 'currency-untold', 'code-unknown', 'flag-invalid',
  'country-unknown', 'country-differs', 'not-a-voluntary-pledge', 'key-conflict', 'rates-disagree', 'usd-not-one', 'period-order', 'rate-known', 'text-too-long', 'word-too-long',
  'indicator-unknown', 'year-invalid', 'value-range', 'not-taken', 'not-your-activity', 'told-elsewhere', 'amount-not-positive',
  'time-invalid', 'not-fields',
] as const;
export type RowErrorCode = (typeof ROW_ERRORS)[number];

/** In what a file departs from its schema, although it was understood so far. Words: `imports.departures.<code>`. */
export const DEPARTURES = [
  'element-unknown', 'element-missing', 'element-repeated', 'element-out-of-order', 'attribute-unknown', 'attribute-missing', 'value-differs', 'text-misplaced', 'narrative-empty',
  'shares-total', 'version-differs',
] as const;
export type DepartureCode = (typeof DEPARTURES)[number];

/** Why a value is null although its row was taken. Words: `imports.missing.<reason>`. */
export const MISSING_REASONS = ['not-stated', 'not-in-file', 'not-available', 'several', 'unknown-code', 'no-text', 'not-after-start', 'not-whole', 'no-address'] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** What a person should know about a file that was read. Words: `imports.notes.<code>`. */
export const NOTES = ['encoding-guessed', 'columns-not-read', 'rows-blank', 'sheets-not-read', 'transactions-alike', 'tags-unmapped', 'rates-repeated', 'rates-by-day', 'rates-by-month', 'rates-by-year', 'shares-rounded', 'columns-derived'] as const;
export type NoteCode = (typeof NOTES)[number];

/** Why a row repeats an earlier one and changes nothing. Words: `imports.repeats.<because>`. */
export const REPEAT_REASONS = ['identical', 'agrees', 'issuer'] as const;
export type RepeatReason = (typeof REPEAT_REASONS)[number];

/** Values that a message shows. */
export type Values = Readonly<Record<string, string | number>>;

export interface FileProblem { readonly code: FileProblemCode; readonly values: Values }
export interface Note { readonly code: NoteCode; readonly values: Values }
/** `row` counts as a person does who opens the file in a spreadsheet: the header is row 1. `column` is the header's own name. */
export interface RowError { readonly row: number; readonly column: string | null; readonly code: RowErrorCode; readonly values: Values }
/** As an error, but nothing was refused for it: `row` is the line, `column` the element. */
export interface Departure { readonly row: number; readonly column: string; readonly code: DepartureCode; readonly values: Values }
/** `found` is what the source said where it said something that could not be taken. */
export interface Missing { readonly reason: MissingReason; readonly found?: string }

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: FileProblem };

export const taken = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = (code: FileProblemCode, values: Values = {}): { readonly ok: false; readonly problem: FileProblem } => ({ ok: false, problem: { code, values } });

/** The row that was taken in place of this one. */
export interface Repeat { readonly row: number; readonly because: RepeatReason }

/** What every row that was taken carries. */
export interface TypedRow {
  readonly row: number;
  /** Identity inside its source: the same in every later edition of the file. */
  readonly key: string;
  /** SHA-256 over all source fields: equal means that the source says the same as before. */
  readonly hash: string;
  /** Set when an earlier row says this already: the row is `unchanged`. */
  readonly repeats: Repeat | null;
  readonly missing: Readonly<Record<string, Missing>>;
}

/** What an error spoils: the row of a table, or the element of a file whose lines hold several. */
export const unitOf = ({ row, values }: RowError): string | number => values['element'] ?? row;

/** How many rows a file holds: each of them is either taken or in error, never both and never neither. */
export function countRows(rows: readonly TypedRow[], errors: readonly RowError[]): { read: number; taken: number; repeated: number; inError: number } {
  const inError = new Set(errors.map(unitOf)).size;
  return { read: rows.length + inError, taken: rows.length, repeated: rows.filter((row) => row.repeats !== null).length, inError };
}
