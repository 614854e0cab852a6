import { z } from 'zod';
import { methods } from '#app/records/verification/model';

/** How somebody looked, and what they found. */
export const lookInput = z.object({
  method: z.enum(methods, { error: 'financing:problems.method' }),
  note: z.string({ error: 'financing:problems.look_note' }).trim().min(10, { error: 'financing:problems.look_note' }).max(4000),
});
export type LookForm = z.output<typeof lookInput>;

/** With the figures that were looked at: what stands may have moved since. */
export const figureInput = lookInput.extend({ seen: z.string().max(60).optional() });
