import { z } from 'zod';
import { amount, day, party } from '#app/financing/pledges/input.server';
import { isId } from '#app/platform/identity';
import { recordableTypes } from './model';

/** Nothing but blanks says nothing. */
const optionalText = (longest: number) => z.string().trim().max(longest).optional().transform((typed) => (typed === '' ? undefined : typed));

/** A transaction of a pledge; its currency and its provider are the pledge's. */
export const transactionInput = z.object({
  type_code: z.enum(recordableTypes),
  transaction_on: day('financing:problems.date'),
  value: amount('financing:problems.amount'),
  receiver: party('financing:problems.recipient').optional(),
  reference: optionalText(200),
  description: optionalText(1000),
  excess_explanation: optionalText(1000),
  /** Which tranche of the pledge it pays. */
  tranche: z.string().refine(isId, { error: 'financing:problems.tranche_closed' }).optional(),
});
export type TransactionForm = z.output<typeof transactionInput>;

export const reversalInput = z.object({ reason: z.string({ error: 'financing:problems.reason' }).trim().min(1, { error: 'financing:problems.reason' }).max(1000) });
export type ReversalForm = z.output<typeof reversalInput>;
