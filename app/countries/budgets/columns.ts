import type { BudgetLineRow } from './list';

/** The file of budget lines. Columns are only added, at the end; what is not known stays empty. */
export const budgetColumns: readonly { readonly header: string; readonly value: (row: BudgetLineRow) => string | number | null }[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'country', value: (row) => row.country_iso2 },
  { header: 'commitment', value: (row) => row.commitment_ref },
  { header: 'line', value: (row) => row.title },
  { header: 'code', value: (row) => row.code },
  { header: 'fiscal_year_start', value: (row) => row.year_from },
  { header: 'fiscal_year_end', value: (row) => row.year_to },
  { header: 'currency', value: (row) => row.currency },
  { header: 'first_budgeted', value: (row) => row.first_budgeted },
  { header: 'budgeted', value: (row) => row.budgeted },
  { header: 'spent', value: (row) => row.spent },
  { header: 'spent_as_of', value: (row) => row.spent_as_of },
  { header: 'budgeted_usd', value: (row) => row.budgeted_usd },
  { header: 'spent_usd', value: (row) => row.spent_usd },
  { header: 'rate_date', value: (row) => row.rate_on },
  { header: 'rate_source', value: (row) => row.rate_source },
  { header: 'source', value: (row) => row.source },
  { header: 'withdrawn_on', value: (row) => row.withdrawn_on },
  { header: 'withdrawn_reason', value: (row) => row.withdrawn_reason },
];
