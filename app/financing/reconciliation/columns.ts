import type { FileColumn } from '#app/table/files/column';
import { unconfirmed } from './model';
import type { PaymentRow } from './payments.server';

/** The file of payments and their receipt. */
export const receiptColumns: readonly FileColumn<PaymentRow>[] = [
  { header: 'transaction_id', value: (row) => row.transaction_id },
  { header: 'pledge_ref', value: (row) => row.pledge_ref },
  { header: 'date', value: (row) => row.transaction_on },
  { header: 'provider', value: (row) => row.provider },
  { header: 'receiver', value: (row) => row.receiver },
  { header: 'currency', value: (row) => row.currency },
  { header: 'provider_amount', value: (row) => row.value },
  { header: 'receiver_amount', value: (row) => row.received },
  { header: 'confirmed', value: (row) => row.confirmed },
  { header: 'state', value: (row) => row.state },
  { header: 'said_on', value: (row) => row.said?.on ?? null },
  { header: 'receipt_amount', value: (row) => row.said?.receipt_amount ?? null },
  { header: 'receipt_currency', value: (row) => row.said?.receipt_currency ?? null },
  { header: 'received_on', value: (row) => row.said?.received_on ?? null },
  { header: 'reference', value: (row) => row.said?.reference ?? null },
  { header: 'receiver_words', value: (row) => row.said?.words ?? null },
  { header: 'recorded_on_evidence', value: (row) => row.said?.evidence ?? null },
  { header: 'paired_activity', value: (row) => row.pair?.activity ?? null },
  { header: 'replied_on', value: (row) => row.reply?.on ?? null },
  { header: 'reply', value: (row) => row.reply?.words ?? null },
  { header: 'explained_on', value: (row) => row.accepted?.on ?? null },
  ...(['no_record', 'differs', 'contested'] as const).map((part): FileColumn<PaymentRow> => ({ header: part, value: (row) => unconfirmed(row, part) })),
];
