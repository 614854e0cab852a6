import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import { evidenceInput } from '#app/records/evidence/input.server';

const said = z.object({
  instrument: z.string().min(1, 'form:errors.choose').max(40),
  signed_by: z.string().trim().min(2).max(200),
  signed_on: z.string().refine(isDay, 'form:errors.format'),
});

/** What was signed, by whom and when, and the paper that shows it. */
export const adherenceInput = said.and(evidenceInput);
