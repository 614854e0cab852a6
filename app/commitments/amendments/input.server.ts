import { z } from 'zod';
import type { Day } from '#app/platform/clock';
import { baselineYear, countriesInput, decimal, eachOnce, promiseDay, sharesOfForm } from '../drafting/input.server';
import type { CountryShare } from '../drafting/model';
import { anotherUnit, unitChoices } from '../model';
import { sharesComplete } from '../smart/model';
import type { PromisedGoal } from './model';

const say = (code: string) => `commitments:problems.${code}`;

/** What somebody asks to stand there instead: everything that the promise says, changed or not, and why. */
export interface AmendmentForm {
  readonly title: string;
  readonly action: string | null;
  /** The reference of an organisation, or the code of a country. */
  readonly lead: string;
  readonly starts_on: string | null;
  readonly countries: readonly CountryShare[];
  readonly goals: readonly Omit<PromisedGoal, 'id'>[];
  readonly reason: string;
}

const goalInput = (today: Day) => z.object({
  statement: z.string().trim().max(500).optional(),
  unit: z.enum(unitChoices, { error: say('unit_needed') }).optional(),
  unit_other: z.string().trim().max(80).optional(),
  baseline_value: decimal.optional(),
  baseline_year: baselineYear(Number(today.slice(0, 4))).optional(),
  target_value: decimal.optional(),
  /** Instead of a number and what is counted. */
  target_words: z.string().trim().max(500).optional(),
  target_on: promiseDay,
}).refine((one) => one.unit !== anotherUnit || one.unit_other !== undefined, { path: ['unit_other'], error: say('unit_other') })
  .refine((one) => one.target_words !== undefined || one.target_value !== undefined, { path: ['target_value'], error: say('target_needed') })
  .refine((one) => one.target_words !== undefined || one.unit !== undefined, { path: ['unit'], error: say('unit_needed') });

const amendmentInput = (today: Day) => z.object({
  title: z.string({ error: say('title') }).trim().min(5, { error: say('title') }).max(300),
  action: z.string({ error: say('action_needed') }).trim().min(1, { error: say('action_needed') }).max(4000),
  lead: z.string({ error: say('lead_unknown') }).trim().toUpperCase().max(40),
  starts_on: promiseDay,
  countries: countriesInput.optional(),
  goals: z.array(goalInput(today)).max(10).optional(),
  reason: z.string({ error: say('why_amended') }).trim().min(10, { error: say('why_amended') }).max(4000),
});

export const refusalInput = z.object({ answer: z.string({ error: say('why_declined') }).trim().min(10, { error: say('why_declined') }).max(4000) });

/** Two countries or more share exactly 100 per cent (CO-3): the database holds it for what stands, the form for what is asked. */
export const amendmentChecked = (today: Day) => amendmentInput(today).superRefine(({ countries = [] }, context) => {
  const shares = sharesOfForm(countries);
  if (!sharesComplete(shares.map(({ share }) => share))) context.addIssue({ code: 'custom', path: ['countries'], message: say('shares_not_100') });
  if (!eachOnce(shares.map(({ country_iso2 }) => country_iso2))) context.addIssue({ code: 'custom', path: ['countries'], message: say('country_twice') });
});

export function amendmentOf(given: z.output<ReturnType<typeof amendmentInput>>): AmendmentForm {
  return {
    title: given.title, action: given.action, lead: given.lead, starts_on: given.starts_on, countries: sharesOfForm(given.countries ?? []), reason: given.reason,
    goals: (given.goals ?? []).map((one) => ({
      statement: one.statement ?? null, unit: one.target_words !== undefined ? null : one.unit === anotherUnit ? (one.unit_other ?? null) : (one.unit ?? null), baseline_value: one.baseline_value ?? null, baseline_year: one.baseline_value === undefined ? null : (one.baseline_year ?? null),
      target_value: one.target_words === undefined ? (one.target_value ?? null) : null, target_on: one.target_on, ...(one.target_words === undefined ? {} : { target_words: one.target_words }),
    })),
  };
}
