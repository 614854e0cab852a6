import type { DecisionRow } from './queries.server';

/** The file of decisions; its first columns are a promise to those who script against it. Votes are counted from the votes themselves. */
export const decisionFileColumns: readonly { readonly header: string; readonly value: (row: DecisionRow) => string | number | null }[] = [
  { header: 'ref', value: (row) => row.ref },
  { header: 'session', value: (row) => row.session_ref },
  { header: 'text', value: (row) => row.text },
  { header: 'status', value: (row) => row.status },
  { header: 'adopted_on', value: (row) => row.adopted_on },
  { header: 'votes_for', value: (row) => row.votes_for },
  { header: 'votes_against', value: (row) => row.votes_against },
  { header: 'abstentions', value: (row) => row.abstentions },
  { header: 'objections', value: (row) => row.objections },
  { header: 'rule', value: (row) => row.rule },
  { header: 'working_group', value: (row) => row.group_ref },
  { header: 'procedure', value: (row) => row.procedure_ref },
];
