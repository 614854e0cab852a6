import { z } from 'zod';
import { isId } from '#app/platform/identity';
import { methods } from '#app/records/verification/model';
import { outcomes } from './model';

/** Of several boxes with one name: none, one, or a list. */
const goals = z.union([z.string(), z.array(z.string())]).optional().transform((chosen) => [chosen ?? []].flat().filter(isId));
const said = (error: string) => z.string({ error }).trim().min(10, { error }).max(4000);

export const verificationInput = z.object({ goals, method: z.enum(methods, { error: 'reporting:problems.method_needed' }), note: said('reporting:problems.note_needed') });
/** Which value is disputed, or all that is said; and why. */
export const contestInput = z.object({ goal: z.string().optional().transform((goal) => (goal !== undefined && isId(goal) ? goal : null)), words: said('reporting:problems.contest_words') });
export const replyInput = z.object({ words: said('reporting:problems.reply_words') });
export const settlementInput = z.object({ outcome: z.enum(outcomes, { error: 'reporting:problems.outcome_needed' }), words: said('reporting:problems.settlement_words') });
