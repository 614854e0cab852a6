import { z } from 'zod';
import { isId } from '#app/platform/identity';
import { decisions, mostAtOnce } from './model';

const reason = z.string().trim().min(3).max(1000);

/** What a person decided about a pair: two organisations, or one of them is the other. The id is that of the one that stays. */
export const decisionInput = z.object({ decision: z.string().refine((value) => value === 'different' || isId(value), 'form:errors.choose'), reason });

/** The same about several pairs. */
export const decisionsInput = z.object({ pair: z.array(z.string().refine(isId)).min(1).max(mostAtOnce), decision: z.enum(decisions), reason });
