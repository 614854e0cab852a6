import type { FileColumn } from '#app/table/files/column';
import type { TransactionRow } from './queries.server';

/** The file of transactions, its first columns as `interfaces.md` promises them. */
export const transactionColumns: readonly FileColumn<TransactionRow>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'pledge_ref', value: (row) => row.pledge_ref },
  { header: 'activity_identifier', value: (row) => row.activity_identifier },
  { header: 'type', value: (row) => row.type_code },
  { header: 'date', value: (row) => row.transaction_on },
  { header: 'value', value: (row) => row.value },
  { header: 'currency', value: (row) => row.currency },
  { header: 'value_usd', value: (row) => row.value_usd },
  { header: 'rate_date', value: (row) => row.rate_on },
  { header: 'rate_source', value: (row) => row.rate_source },
  { header: 'provider', value: (row) => row.provider },
  { header: 'receiver', value: (row) => row.receiver },
  { header: 'recipient', value: (row) => row.recipients.join('|') || null },
  { header: 'reversal_of', value: (row) => row.reversal_of },
  { header: 'verification', value: (row) => row.verification },
  { header: 'value_date', value: (row) => row.value_on },
  { header: 'rate_basis', value: (row) => row.rate_basis },
  { header: 'reference', value: (row) => row.reference },
  { header: 'description', value: (row) => row.description },
  { header: 'excess_explanation', value: (row) => row.excess_explanation },
];

/** In a reporting currency: the same, and beside them the value in it. */
export const transactionColumnsIn = (currency: string | undefined): readonly FileColumn<TransactionRow>[] =>
  (currency === undefined ? transactionColumns : [...transactionColumns, { header: 'value_in', value: (row) => row.shown }, { header: 'currency_in', value: () => currency }]);
