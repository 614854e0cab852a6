import type { FigureRow } from './list';

/** The file of indicators: values and benchmarks, told apart by `figure`. Columns are only added, at the end; a missing value stays empty. */
export const indicatorColumns: readonly { readonly header: string; readonly value: (row: FigureRow) => string | number | null }[] = [
  { header: 'country', value: (row) => row.country_iso2 },
  { header: 'indicator', value: (row) => row.indicator_code },
  { header: 'figure', value: (row) => row.figure },
  { header: 'disaggregation', value: (row) => row.disaggregation },
  { header: 'year', value: (row) => row.year },
  { header: 'value', value: (row) => row.value },
  { header: 'unit', value: (row) => row.unit },
  { header: 'missing', value: (row) => row.missing },
  { header: 'source', value: (row) => row.source },
  { header: 'footnote', value: (row) => row.footnote },
  { header: 'indicator_name', value: (row) => row.indicator },
  { header: 'country_name', value: (row) => row.country },
  { header: 'missing_note', value: (row) => row.missing_note },
];
