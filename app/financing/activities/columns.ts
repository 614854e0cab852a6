import type { FileColumn } from '#app/table/files/column';
import type { ActivityRow } from './queries.server';

/** The file of published activities. */
export const activityColumns: readonly FileColumn<ActivityRow>[] = [
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

/** In a reporting currency: the same, and beside them each rung in it. */
export const activityColumnsIn = (currency: string | undefined): readonly FileColumn<ActivityRow>[] => (currency === undefined ? activityColumns : [
  ...activityColumns, ...(['committed', 'disbursed', 'spent'] as const).map((rung): FileColumn<ActivityRow> => ({ header: `${rung}_in`, value: (row) => row.shown.ladder[rung] })), { header: 'currency_in', value: () => currency },
]);
