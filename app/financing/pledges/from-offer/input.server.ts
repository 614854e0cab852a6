import { z } from 'zod';
import { pledgeTerms } from '../input.server';

/** What is not known from the offer, or was not said exactly. The commitment is one that the pledge pays for, by its reference. */
export const conversionInput = pledgeTerms.pick({ amount: true, currency: true, new_money: true, valuation_method: true, valued_on: true }).extend({
  commitment: z.string().trim().toUpperCase().max(40).optional(),
});
export type ConversionForm = z.output<typeof conversionInput>;
