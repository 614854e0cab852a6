import { z } from 'zod';
import { amount, day } from '#app/financing/pledges/input.server';
import { lastStartDay } from './model';

const say = (code: string) => `countries:problems.${code}`;
const text = (code: string, most: number) => z.string({ error: say(code) }).trim().min(1, { error: say(code) }).max(most);
const between = (code: string, from: number, to: number) => z.string({ error: say(code) }).trim().regex(/^\d{1,4}$/, { error: say(code) }).transform(Number).refine((value) => value >= from && value <= to, { error: say(code) });
export const fiscalStartInput = z.object({
  starts_month: between('starts_month', 1, 12),
  starts_day: between('starts_day', 1, lastStartDay),
  source: text('source', 300),
});
export type FiscalStartForm = z.output<typeof fiscalStartInput>;

const said = {
  title: text('budget_title', 200),
  code: z.string().trim().max(60).optional().transform((value) => value ?? null),
  budgeted: amount(say('budget_amount')),
  spent: amount(say('budget_amount')).optional().transform((value) => value ?? null),
  spent_as_of: day('financing:problems.date').optional().transform((value) => value ?? null),
  source: text('source', 300),
};

/** A line as it is first written down. */
export const budgetLineInput = z.object({
  commitment: text('budget_commitment', 40),
  year: between('budget_year', 1990, 2100),
  currency: z.string({ error: 'financing:problems.currency' }).regex(/^[A-Z]{3}$/, { error: 'financing:problems.currency' }),
  ...said,
});
export type BudgetLineForm = z.output<typeof budgetLineInput>;

/** What can be corrected of it. */
export const budgetCorrectionInput = z.object(said);
export type BudgetCorrectionForm = z.output<typeof budgetCorrectionInput>;

export const budgetWithdrawalInput = z.object({ reason: text('budget_reason', 1000) });
