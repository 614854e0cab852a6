import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import { typedAmount } from '#app/financing/money/model';
import { newMoneyAnswers, pledgeKinds, readParty, valuationMethods, visibilities } from './model';

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

const share = z.string({ error: 'financing:problems.share' }).regex(/^\d{1,3}(?:\.\d{1,4})?$/, { error: 'financing:problems.share' })
  .refine((typed) => Number(typed) > 0 && Number(typed) <= 100, { error: 'financing:problems.share' });

const recipient = z.object({ party: party('financing:problems.recipient'), share });

/** Rows of recipients as they were posted. A row that was left empty says nothing; the only recipient gets everything unless told otherwise. */
const recipients = z.array(z.object({ party: z.string().optional(), share: z.string().trim().optional() })).max(30).default([]).transform((rows, context) => {
  const filled = rows.filter((row) => row.party !== undefined || row.share !== undefined);
  return rows.flatMap((row, at) => {
    if (!filled.includes(row)) return [];
    const read = recipient.safeParse(filled.length === 1 ? { share: '100', ...row } : row);
    if (read.success) return [read.data];
    for (const issue of read.error.issues) context.addIssue({ code: 'custom', message: issue.message, path: [at, ...issue.path] });
    return [];
  });
});

/** What a pledge says. Recipients may be left out: not every promise names them. */
export const pledgeTerms = z.object({
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
  recipients,
});
export type PledgeForm = z.output<typeof pledgeTerms>;

/** A new pledge also says whose it is; that becomes the subject of the permit, never a field of the write. */
export const newPledge = pledgeTerms.extend({ provider: party('financing:problems.provider') });

export const reductionInput = z.object({ amount: amount('financing:problems.amount'), reason: text('financing:problems.reason', 1000) });
export const cancellationInput = z.object({ reason: text('financing:problems.reason', 1000) });
export type ReductionForm = z.output<typeof reductionInput>;
export type CancellationForm = z.output<typeof cancellationInput>;
