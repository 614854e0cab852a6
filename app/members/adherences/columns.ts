import type { AdherenceRow } from './list';

/** The file of adherences. Columns are only added, at the end; a missing value stays empty. */
export const adherenceFileColumns: readonly { readonly header: string; readonly value: (row: AdherenceRow) => string | number | null }[] = [
  { header: 'member_ref', value: (row) => row.member_ref },
  { header: 'member', value: (row) => row.member },
  { header: 'coalition', value: (row) => row.coalition_slug },
  { header: 'instrument', value: (row) => row.instrument },
  { header: 'state', value: (row) => row.state },
  { header: 'signed_by', value: (row) => row.signed_by },
  { header: 'signed_on', value: (row) => row.signed_on },
  { header: 'starts_on', value: (row) => row.starts_on },
  { header: 'expires_on', value: (row) => row.expires_on },
];
