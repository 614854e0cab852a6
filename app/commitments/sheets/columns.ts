import type { FileColumn, FileValue } from '#app/table/files/column';
import { commitmentFileColumns } from '../columns';
import type { CommitmentFileRow } from '../list/export.server';
import { commitmentFields, goalFields, measureFields, textFields } from './model';
import type { GoalFileRow, TextFileRow } from './rows.server';

const from = <Row,>(...headers: readonly (keyof Row & string)[]): readonly FileColumn<Row>[] => headers.map((header) => ({ header, value: (row) => row[header] as FileValue }));

/** Columns are only added, at the end. */
export const goalFileColumns = from<GoalFileRow>('ref', 'number', 'goal', 'unit', 'baseline', 'baseline_year', 'target', 'target_on', 'method', 'value', 'value_on',
  'first_goal', 'first_baseline', 'first_target', 'first_target_on');
export const textFileColumns = from<TextFileRow>('ref', 'language', 'title', 'action', 'problem', 'origin', 'standing', 'checked_on', 'first_title', 'first_action');

const heads = (columns: readonly { readonly header: string }[]): string[] => columns.map(({ header }) => header);

/** Our own files of commitments, as they come back: by which columns each is known, which say something, and which are derived and not read. */
export const sheets = {
  commitments: { known: ['ref', 'title', 'title_language', 'type', 'lead_ref', 'status', 'visibility'], said: [...Object.keys(commitmentFields), ...Object.keys(measureFields), 'lead_ref'], all: heads(commitmentFileColumns) },
  goals: { known: ['ref', 'number', 'goal', 'unit', 'target', 'target_on', 'method'], said: Object.keys(goalFields), all: heads(goalFileColumns) },
  texts: { known: ['ref', 'language', 'title', 'action', 'problem', 'origin'], said: Object.keys(textFields), all: heads(textFileColumns) },
} as const satisfies Readonly<Record<string, { readonly known: readonly string[]; readonly said: readonly string[]; readonly all: readonly string[] }>>;
export type SheetName = keyof typeof sheets;

/** The values of a row of the list, under the heads of its file. */
export const valuesOf = (row: CommitmentFileRow): Readonly<Record<string, FileValue>> => Object.fromEntries(commitmentFileColumns.map(({ header, value }) => [header, value(row)]));
