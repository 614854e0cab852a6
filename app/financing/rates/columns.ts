import type { FileColumn } from '#app/table/files/column';
import type { RateRow } from './queries.server';

/** The file of rates: what each holds for, where it comes from, and what it corrects. */
export const rateColumns: readonly FileColumn<RateRow>[] = [
  { header: 'currency', value: (row) => row.currency },
  { header: 'date', value: (row) => row.rate_on },
  { header: 'period', value: (row) => row.period },
  { header: 'units_per_usd', value: (row) => row.units_per_usd },
  { header: 'source', value: (row) => row.source },
  { header: 'issuer', value: (row) => row.issuer },
  { header: 'standing', value: (row) => row.standing },
  { header: 'reason', value: (row) => row.reason },
  { header: 'amounts', value: (row) => row.amounts },
];
