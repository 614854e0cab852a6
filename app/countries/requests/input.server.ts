import { z } from 'zod';
import { amount } from '#app/financing/pledges/input.server';
import { languages } from '#app/languages/language';
import { isDay } from '#app/platform/clock';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import { amountReasons } from '../worth';

const say = (code: string) => `countries:problems.${code}`;
export const line = (missing: string, most: number) => z.string({ error: say(missing) }).trim().min(1, { error: say(missing) }).max(most);
const groups = BENEFICIARY_GROUPS.map((group) => group.code);

/** What requests and offers say about money; whether it fits together is a rule of the domain. */
export const worth = {
  amount: amount('financing:problems.amount').optional().transform((value) => value ?? null),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'financing:problems.currency' }).optional().transform((value) => value ?? null),
  amount_missing: z.enum(amountReasons).optional().transform((value) => value ?? null),
};
export const day = z.string({ error: say('day') }).refine(isDay, { error: say('day') });
export const clauses = z.array(z.uuid()).max(40).default([]).transform((ids) => [...new Set(ids)]);

/** What a request asks for. Its country is the subject of the permit, never a field of the write. */
export const requestInput = z.object({
  title: line('title', 200),
  need: line('need', 4000),
  language: z.enum(languages),
  pillar: z.uuid({ error: say('pillar') }),
  nodes: clauses,
  beneficiaries: z.array(z.enum(groups)).max(groups.length).default([]).transform((codes) => [...new Set(codes)]),
  ...worth,
  deadline_on: day,
});
export type RequestForm = z.output<typeof requestInput>;

/** A new request also says whose it is. */
export const newRequestInput = requestInput.extend({ country: z.string({ error: 'form:errors.choose' }).regex(/^[A-Z]{2}$/, { error: 'form:errors.choose' }) });

/** An act that asks for a reason, and one that asks for nothing. */
export const reasonInput = z.object({ reason: line('reason', 1000) });
export const pressed = z.object({});
