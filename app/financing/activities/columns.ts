import type { ActivityRow } from './queries.server';

/** The file of published activities. */
export const activityColumns: readonly { readonly header: string; readonly value: (row: ActivityRow) => string | number | null }[] = [
  { header: 'iati_identifier', value: (row) => row.iati_identifier },
  { header: 'title', value: (row) => row.title },
  { header: 'title_language', value: (row) => (row.title === null ? null : row.title_language) },
  { header: 'reporting_organisation', value: (row) => row.reporting },
  { header: 'status', value: (row) => row.status_code },
  { header: 'countries', value: (row) => row.countries.map(({ iso2 }) => iso2).join('|') || null },
  { header: 'starts_on', value: (row) => row.starts_on },
  { header: 'ends_on', value: (row) => row.ends_on },
  { header: 'transactions', value: (row) => row.money.transactions },
  { header: 'not_converted', value: (row) => row.money.unconverted },
  { header: 'committed_usd', value: (row) => row.money.ladder.committed },
  { header: 'disbursed_usd', value: (row) => row.money.ladder.disbursed },
  { header: 'spent_usd', value: (row) => row.money.ladder.spent },
];
