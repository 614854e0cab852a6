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
