import type { Problem } from '#app/access/result';
import { commitmentFields } from '#app/commitments/sheets/model';

/** The sheets of a workbook, in the order in which they are taken. Their names are its own, in every language. */
export const bookSheets = ['Commitments', 'Goals', 'Texts', 'Updates'] as const;
export type BookSheetName = (typeof bookSheets)[number];

/** What a commitment's row says here: each thing stands once in a workbook, so goals have their own sheet, and the texts are those in other languages. */
export const bookCommitment: readonly string[] = [...Object.keys(commitmentFields), 'start_on', 'lead_ref'];

export interface BookCounts {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly inError: number;
}
/** What became of the rows of one sheet, or would. */
export interface SheetReport {
  readonly name: BookSheetName;
  readonly counts: BookCounts;
  readonly errors: readonly { readonly row: number; readonly column: string | null; readonly problem: { readonly code: string; readonly values?: Problem['values'] | undefined; readonly field?: string | undefined } }[];
  /** Columns that are not read: they follow from others, or are not ours. */
  readonly unread: readonly string[];
}
export interface BookReport {
  readonly sheets: readonly SheetReport[];
  /** Sheets that are not ours. */
  readonly others: readonly string[];
}

export const totalOf = (report: BookReport): BookCounts => report.sheets.reduce<BookCounts>(
  (sum, { counts }) => ({ read: sum.read + counts.read, new: sum.new + counts.new, changed: sum.changed + counts.changed, unchanged: sum.unchanged + counts.unchanged, inError: sum.inError + counts.inError }),
  { read: 0, new: 0, changed: 0, unchanged: 0, inError: 0 },
);
