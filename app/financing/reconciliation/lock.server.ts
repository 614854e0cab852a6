import { lockPledge } from '#app/financing/pledges/lock.server';
import type { Tx } from '#app/platform/database.server';
import { paymentRows, type PaymentRow } from './payments.server';

/**
 * The payment and what was said of it, under the lock of its pledge: who says something and who reverses the payment follow each other,
 * and so do two who say something at once.
 */
export async function lockPayment(tx: Tx, { transaction_id, pledge_id }: { readonly transaction_id: string; readonly pledge_id: string }): Promise<PaymentRow> {
  await lockPledge(tx, pledge_id);
  const [row] = await paymentRows(tx, 'en', [transaction_id]);
  if (row === undefined) throw new Error(`no payment ${transaction_id}`);
  return row;
}
