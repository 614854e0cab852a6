import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { membershipCategories } from './model';

export const admissionInput = z.object({
  coalition_id: z.string().refine(isId, 'form:errors.choose'),
  category: z.enum(membershipCategories),
  joined_on: z.string().refine(isDay, 'form:errors.format'),
});

export const endingInput = z.object({ how: z.enum(['withdrawn', 'ended']) });
export const reasonInput = z.object({ reason: z.string().trim().min(3).max(2000) });
export const categoryInput = z.object({ category: z.enum(membershipCategories), from: z.string().refine(isDay, 'form:errors.format') });
/** A button and nothing else. */
export const pressed = z.object({});
