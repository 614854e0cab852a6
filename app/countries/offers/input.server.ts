import { z } from 'zod';
import { party } from '#app/financing/pledges/input.server';
import { pledgeKinds } from '#app/financing/pledges/model';
import { languages } from '#app/languages/language';
import { findCountry } from '#db/reference/countries';
import { clauses, day, line, worth } from '../requests/input.server';

/** What an offer says. On a request the pillar, the clauses and the country are those of the request. */
export const offerInput = z.object({
  title: line('offer_title', 200),
  body: line('offer_text', 4000),
  language: z.enum(languages),
  kind: z.enum(pledgeKinds),
  ...worth,
  deadline_on: day.optional().transform((value) => value ?? null),
  pillar: z.uuid({ error: 'countries:problems.pillar' }).optional().transform((value) => value ?? null),
  nodes: clauses,
  countries: z.array(z.string().optional()).max(60).default([]).transform((codes) => [...new Set(codes.flatMap((code) => code ?? []))])
    .refine((codes) => codes.every((code) => findCountry(code) !== undefined), { error: 'form:errors.choose' }),
});
export type OfferForm = z.output<typeof offerInput>;

/** A new offer also says whose it is; that becomes the subject of the permit. */
export const newOfferInput = offerInput.extend({ provider: party('countries:problems.provider') });

/** For which country an offer is taken. */
export const acceptanceInput = z.object({ country: z.string({ error: 'form:errors.choose' }).refine((code) => findCountry(code) !== undefined, { error: 'form:errors.choose' }) });
