import { leftOf } from './model';
import type { TrancheRow } from './queries.server';

/** The file of tranches. Amounts are exact, in the currency of the pledge. */
export const trancheColumns: readonly { readonly header: string; readonly value: (row: TrancheRow) => string | number | null }[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'pledge_ref', value: (row) => row.pledge_ref },
  { header: 'provider', value: (row) => row.provider },
  { header: 'status', value: (row) => row.state },
  { header: 'due_on', value: (row) => row.due_on },
  { header: 'amount', value: (row) => row.amount },
  { header: 'currency', value: (row) => row.currency },
  { header: 'paid', value: (row) => row.paid },
  { header: 'left', value: (row) => (row.cancelled_on === null ? leftOf(row) : '0') },
  { header: 'condition', value: (row) => row.condition },
  { header: 'cancelled_on', value: (row) => row.cancelled_on },
  { header: 'cancelled_why', value: (row) => row.cancelled_why },
  // What is planned of it still: what was paid where the rest will not be.
  { header: 'planned', value: (row) => (row.cancelled_on === null ? row.amount : row.paid) },
];
