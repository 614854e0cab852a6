import { z } from 'zod';
import { amount, day } from '#app/financing/pledges/input.server';
import { isId } from '#app/platform/identity';

const optionalText = (longest: number) => z.string().trim().max(longest).optional();
const words = (error: string) => z.string({ error }).trim().min(10, { error }).max(4000);
/** RC-5: on what the secretariat relies that speaks in a receiver's name; the operation asks for it where it is needed. */
const evidence = optionalText(1000);

/** A payment as a form saw it: its id and the version of what was said of it. */
interface Seen {
  readonly id: string;
  readonly version: number;
}
function readSeen(text: string): Seen | undefined {
  const [id = '', version = ''] = text.split(':');
  return isId(id) && /^\d{1,9}$/.test(version) ? { id, version: Number(version) } : undefined;
}

/** What was ticked: none, one, or a list. */
export const confirmationsInput = z.object({
  payments: z.union([z.string(), z.array(z.string())]).optional().transform((ticked, context) => {
    const read = [ticked ?? []].flat().flatMap((one) => readSeen(one) ?? []);
    const once = [...new Map(read.map((one) => [one.id, one])).values()].slice(0, 100);
    if (once.length === 0) context.addIssue({ code: 'custom', message: 'financing:reconciliation.problems.nothing_ticked' });
    return once;
  }),
  evidence,
});
export const correctionInput = z.object({
  received: amount('financing:problems.amount'),
  receipt_amount: amount('financing:problems.amount').optional(),
  receipt_currency: z.string().trim().toUpperCase().regex(/^[A-Z]{3}$/, { error: 'financing:reconciliation.problems.receipt_currency' }).optional(),
  received_on: day('financing:problems.date').optional(),
  reference: optionalText(200),
  words: optionalText(4000),
  evidence,
});
export const contestInput = z.object({ words: words('financing:reconciliation.problems.contest_words'), evidence });
export const pairInput = z.object({ pair: z.string({ error: 'financing:reconciliation.problems.pair' }).refine(isId, { error: 'financing:reconciliation.problems.pair' }), words: optionalText(4000), evidence });
export const withdrawalInput = z.object({ words: words('financing:reconciliation.problems.withdrawal_words'), evidence });
export const acceptanceInput = z.object({ received: amount('financing:problems.amount'), words: optionalText(4000), evidence });
export const replyInput = z.object({ words: words('financing:reconciliation.problems.reply_words') });
