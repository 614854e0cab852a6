import type { CommitmentFileRow } from './list/export.server';

/** A column of a file: its header, and the bare value. */
export interface FileColumn {
  readonly header: keyof CommitmentFileRow;
  readonly value: (row: CommitmentFileRow) => string | number | null;
}

/** Their order is a promise to those who script against it: columns are only added, at the end. */
const headers = [
  'ref', 'title', 'title_language', 'type', 'lead', 'lead_country', 'countries', 'nodes', 'status', 'health', 'verification', 'start_on', 'end_on', 'last_update_on',
  'lead_ref', 'action', 'beneficiaries', 'goal', 'unit', 'baseline', 'baseline_year', 'value', 'value_on', 'target', 'target_on', 'origin', 'learner_data', 'visibility',
  'published_on', 'source', 'source_key',
  'first_lead', 'first_start_on', 'first_end_on', 'first_countries', 'first_baseline', 'first_target', 'first_target_on', 'amendments',
  'partners', 'open_to_join', 'milestones',
  'attended',
  'replaces', 'replaced_by',
  'goals', 'indicator', 'baseline_source', 'disaggregations', 'teachers', 'gaps', 'beneficiaries_added',
  'first_title', 'first_action', 'first_goal',
  'amended',
] as const satisfies readonly (keyof CommitmentFileRow)[];

export const commitmentFileColumns: readonly FileColumn[] = headers.map((header) => ({ header, value: (row) => plain(row[header]) }));

const plain = (value: string | number | boolean | null): string | number | null => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);
