import { z } from 'zod';
import { isId } from '#app/platform/identity';
import { day } from '../input.server';

/** To whom the chair goes, from which day on, and why. */
export const chairInput = z.object({ to_id: z.string({ error: 'form:errors.choose' }).refine(isId, { error: 'form:errors.choose' }), from: day, reason: z.string().trim().min(3).max(500) });
