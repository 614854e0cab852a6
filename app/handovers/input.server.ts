import { z } from 'zod';
import { isId } from '#app/platform/identity';

const words = z.string().trim().min(3).max(4000);

export const handoverInput = z.object({
  giver_id: z.string().refine(isId, 'form:errors.choose'),
  receiver_id: z.string().refine(isId, 'form:errors.choose'),
  note: words,
});
export const refusalInput = z.object({ answer: words });
export const pressed = z.object({});
