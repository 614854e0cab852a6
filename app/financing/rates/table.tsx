import { formatDate, formatNumber } from '#app/languages/format';
import type { Column } from '#app/table/column';
import type { RateRow } from './queries.server';

export const rateColumns: readonly Column<RateRow>[] = [
  { id: 'currency', header: (t) => t('rates.currency'), cell: (row) => row.currency },
  { id: 'date', header: (t) => t('rates.date'), sort: 'date', unbroken: true, cell: (row, { language }) => formatDate(language, row.rate_on, 'short') },
  { id: 'period', header: (t) => t('rates.period'), cell: (row, { t }) => t(`rates.periods.${row.period}`) },
  { id: 'units', header: (t) => t('rates.units'), numeric: true, cell: (row, { language }) => formatNumber(language, row.units_per_usd, 12) },
  { id: 'source', header: (t) => t('rates.source'), cell: (row) => (row.issuer === null ? row.source : `${row.source} (${row.issuer})`) },
];
