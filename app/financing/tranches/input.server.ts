import { z } from 'zod';
import { amount, cancellationInput, day } from '#app/financing/pledges/input.server';
import { transactionInput } from '#app/financing/transactions/input.server';

/** A tranche says how much, when, and on which condition; its currency is the pledge's. */
export const trancheInput = z.object({
  amount: amount('financing:problems.amount'),
  due_on: day('financing:problems.date'),
  condition: z.string().trim().max(1000).optional(),
});
export type TrancheForm = z.output<typeof trancheInput>;

export const trancheCancellation = cancellationInput;
/** A payment of a tranche: a disbursement of its pledge, to which the address adds which tranche it is. */
export const tranchePayment = transactionInput.omit({ type_code: true, tranche: true });
export type PaymentForm = z.output<typeof tranchePayment>;
