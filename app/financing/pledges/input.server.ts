import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import { typedAmount } from '#app/financing/money/model';
import { newMoneyAnswers, pledgeKinds, readParty, readRecipient, valuationMethods, visibilities, type RecipientParty } from './model';
import { rows, share } from './rows.server';
import { classificationInput, quantityInput } from './terms/input.server';

/** Said by key, so that each language has its own sentence. */
const text = (error: string, longest: number) => z.string({ error }).trim().min(1, { error }).max(longest);
const optionalText = (longest: number) => z.string().trim().max(longest).optional();

export const day = (error: string) => z.string({ error }).refine(isDay, { error });

/** Digits with a point and at most six decimals; whether they fit the currency is a rule of the domain. */
export const amount = (error: string) =>
  z.string({ error }).transform((typed, context) => {
    const read = typedAmount(typed);
    if (read !== undefined) return read;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

export const party = (error: string) =>
  z.string({ error }).transform((key, context) => {
    const read = readParty(key);
    if (read !== undefined) return read;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

const recipient = z.object({
  party: z.string({ error: 'financing:problems.recipient' }).transform((key, context): RecipientParty => {
    const read = readRecipient(key);
    if (read !== undefined) return read;
    context.addIssue({ code: 'custom', message: 'financing:problems.recipient' });
    return z.NEVER;
  }),
  share,
});

/** The only recipient gets everything unless told otherwise. */
const recipients = rows(['party', 'share'], recipient, (row, filled) => (filled.length === 1 ? { ...row, share: row['share'] ?? '100' } : row));

/** What a pledge says. Recipients may be left out: not every promise names them. */
export const pledgeTerms = classificationInput.extend({
  ...quantityInput,
  title: text('financing:problems.title', 200),
  kind: z.enum(pledgeKinds),
  amount: amount('financing:problems.amount'),
  currency: z.string({ error: 'financing:problems.currency' }).regex(/^[A-Z]{3}$/, { error: 'financing:problems.currency' }),
  valuation_method: z.enum(valuationMethods).optional(),
  valued_on: day('financing:problems.date').optional(),
  announced_on: day('financing:problems.date'),
  starts_on: day('financing:problems.date').optional(),
  ends_on: day('financing:problems.date').optional(),
  new_money: z.enum(newMoneyAnswers),
  conditions: optionalText(2000),
  iati_identifier: optionalText(200),
  visibility: z.enum(visibilities),
  recipients: recipients.default([]),
});
export type PledgeForm = z.output<typeof pledgeTerms>;

/** A new pledge also says whose it is; that becomes the subject of the permit, never a field of the write. */
export const newPledge = pledgeTerms.extend({ provider: party('financing:problems.provider') });

export const reductionInput = z.object({ amount: amount('financing:problems.amount'), reason: text('financing:problems.reason', 1000) });
export const cancellationInput = z.object({ reason: text('financing:problems.reason', 1000) });
export type ReductionForm = z.output<typeof reductionInput>;
export type CancellationForm = z.output<typeof cancellationInput>;
