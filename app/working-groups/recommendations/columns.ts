import type { RegisterRow } from './register.server';

/** The file of recommendations: each addressee counts once. */
export const recommendationFileColumns: readonly { readonly header: string; readonly value: (row: RegisterRow) => string | number | null }[] = [
  { header: 'ref', value: (row) => row.ref },
  { header: 'title', value: (row) => row.title },
  { header: 'status', value: (row) => row.status },
  { header: 'working_group', value: (row) => row.group_ref },
  { header: 'made_on', value: (row) => row.made_on },
  { header: 'final_on', value: (row) => row.final_on },
  { header: 'addressees', value: (row) => row.asked },
  { header: 'answered', value: (row) => row.answered },
  { header: 'accepted', value: (row) => row.accepted },
  { header: 'accepted_in_part', value: (row) => row.in_part },
  { header: 'not_accepted', value: (row) => row.refused },
  { header: 'noted', value: (row) => row.noted },
];
