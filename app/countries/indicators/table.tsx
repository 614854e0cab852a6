import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import type { FigureRow } from './list';
import { valueOrReason } from './marks';

/** Values and benchmarks on screen; the columns of their files are in `columns.ts`. */
export const indicatorTable: readonly Column<FigureRow>[] = [
  { id: 'indicator', header: (t) => t('indicators.indicator'), cell: (row) => <>{row.indicator} <span className="ref">{row.indicator_code}</span></> },
  { id: 'country', header: (t) => t('requests.country'), cell: (row, { language }) => <a href={`${paths.in(language).country(row.country_iso2)}#indicators`}>{row.country}</a> },
  { id: 'figure', header: (t) => t('indicators.figure'), cell: (row, { t }) => (row.disaggregation === 'total' ? t(`indicators.figures.${row.figure}`) : `${t(`indicators.figures.${row.figure}`)} · ${t(`indicators.part.${row.disaggregation}`)}`) },
  { id: 'year', header: (t) => t('indicators.year'), sort: 'year', numeric: true, cell: (row) => row.year },
  { id: 'value', header: (t) => t('indicators.value'), numeric: true, cell: (row, { t, language }) => valueOrReason(row, t, language) },
  { id: 'source', header: (t) => t('indicators.source'), cell: (row) => <span dir="auto" className="small">{row.source}</span> },
];
