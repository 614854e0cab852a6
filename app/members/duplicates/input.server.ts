import { z } from 'zod';
import { isId } from '#app/platform/identity';

/** What a person decided about a pair: two organisations, or one of them is the other. `keep` is the id of the one that stays. */
export const decisionInput = z.object({
  duplicate_id: z.string().refine(isId),
  decision: z.enum(['different', 'keep_this', 'keep_other']),
});
