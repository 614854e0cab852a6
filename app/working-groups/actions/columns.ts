import type { BoardRow } from './queries.server';

/** The file of actions. Whoever did not agree to be named is their organisation or part of society alone. */
export const actionFileColumns: readonly { readonly header: string; readonly value: (row: BoardRow) => string | number | null }[] = [
  { header: 'ref', value: (row) => row.ref },
  { header: 'text', value: (row) => row.text },
  { header: 'status', value: (row) => row.status },
  { header: 'overdue', value: (row) => (row.overdue ? 1 : 0) },
  { header: 'due_on', value: (row) => row.due_on },
  { header: 'first_due_on', value: (row) => row.first_due_on },
  { header: 'done_on', value: (row) => row.done_on },
  { header: 'owner_organisation', value: (row) => row.organisation },
  { header: 'owner_constituency', value: (row) => row.constituency },
  { header: 'owner', value: (row) => row.owner },
  { header: 'outcome', value: (row) => row.outcome },
  { header: 'session', value: (row) => row.session_ref },
  { header: 'working_group', value: (row) => row.group_ref },
];
