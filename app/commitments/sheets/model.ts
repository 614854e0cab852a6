import { Big } from 'big.js';
import type { Problem } from '#app/access/result';
import type { FileValue } from '#app/table/files/column';

/** A row of one of our own files as it comes back: where it stands, and its cells under their heads; empty is null, a column that is not there undefined. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string | null | undefined>>;
}
export interface SheetOutcome {
  readonly row: number;
  readonly outcome: 'new' | 'changed' | 'unchanged';
  readonly id: string;
}
export interface SheetError {
  readonly row: number;
  readonly column: string | null;
  readonly problem: Problem;
}
/** What became of the rows of a sheet: each has an outcome or errors. */
export interface SheetTaken {
  readonly outcomes: readonly SheetOutcome[];
  readonly errors: readonly SheetError[];
}

/** The columns of each of our files that say something of their own, by the field of the form that takes it. Every other column is derived: it is not read. */
export const commitmentFields = {
  title: 'title', title_language: 'language_other', type: 'type', action: 'action', nodes: 'nodes', beneficiaries: 'beneficiaries', countries: 'countries',
  learner_data: 'learner_data', origin: 'origin', visibility: 'visibility',
} as const;
export const measureFields = { start_on: 'starts_on', goal: 'statement', unit: 'unit', baseline: 'baseline_value', baseline_year: 'baseline_year', target: 'target_value', target_on: 'target_on' } as const;
export const goalFields = { goal: 'statement', unit: 'unit', baseline: 'baseline_value', baseline_year: 'baseline_year', target: 'target_value', target_on: 'target_on', method: 'method' } as const;
export const textFields = { title: 'title', action: 'action', problem: 'problem', origin: 'origin' } as const;

/** CO-5: what changes by an amendment alone once it is public. The rest of a commitment that is out does not change at all. */
export const protectedColumns: ReadonlySet<string> = new Set(['title', 'title_language', 'action', 'countries', 'start_on', 'end_on', 'lead_ref', ...Object.keys(goalFields).filter((column) => column !== 'method')]);

const numbers: ReadonlySet<string> = new Set(['baseline', 'baseline_year', 'target', 'value']);
const number = /^-?\d{1,24}(?:\.\d{1,24})?$/;
const plain = (text: string): string => (number.test(text) ? new Big(text).toFixed() : text);

/** A value as it is compared: numbers by their size, lists in any order, line ends of any kind. */
function compared(column: string, value: FileValue | undefined): string {
  const text = value === null || value === undefined ? '' : String(value).replaceAll(/\r\n?/g, '\n').trim();
  if (numbers.has(column)) return plain(text);
  if (['countries', 'nodes', 'beneficiaries'].includes(column)) return text.split('|').map((part) => part.trim().split(':').map(plain).join(':')).toSorted().join('|');
  return text;
}

/** The columns in which a row says something else than what stands there. */
export const differing = (columns: readonly string[], cells: SheetRow['cells'], now: Readonly<Record<string, FileValue | undefined>>): string[] =>
  columns.filter((column) => cells[column] !== undefined && compared(column, cells[column]) !== compared(column, now[column]));
