import { formatDate, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import type { RateRow } from './queries.server';

/** The list of rates; `correcting` adds a way to correct those that stand. */
export const rateTable = (correcting: boolean): readonly Column<RateRow>[] => [
  { id: 'currency', header: (t) => t('rates.currency'), cell: (row) => row.currency },
  { id: 'date', header: (t) => t('rates.date'), sort: 'date', unbroken: true, cell: (row, { language }) => formatDate(language, row.rate_on, 'short') },
  { id: 'period', header: (t) => t('rates.period'), cell: (row, { t }) => t(`rates.periods.${row.period}`) },
  { id: 'units', header: (t) => t('rates.units'), numeric: true, cell: (row, { language }) => formatNumber(language, row.units_per_usd, 12) },
  { id: 'source', header: (t) => t('rates.source'), cell: (row) => <span dir="auto">{row.issuer === null ? row.source : `${row.source} (${row.issuer})`}</span> },
  {
    id: 'standing', header: (t) => t('rates.standing'),
    cell: (row, { t }) => <>{t(`rates.standings.${row.standing}`)}{row.reason !== null && <span className="muted small" dir="auto"> {row.reason}</span>}</>,
  },
  { id: 'amounts', header: (t) => t('rates.amounts'), numeric: true, cell: (row, { language }) => formatNumber(language, row.amounts) },
  ...(correcting ? [correctColumn] : []),
];

const correctColumn: Column<RateRow> = {
  id: 'correct', header: (t) => t('rates.correct'), unnamed: true,
  cell: (row, { t, language }) => row.standing !== 'corrected' && <a href={paths.rateCorrection(row.id)}>{t('rates.correct')}<span className="vh"> {row.currency} {formatDate(language, row.rate_on)}</span></a>,
};
