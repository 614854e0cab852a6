import { z } from 'zod';
import { promiseDay } from '../drafting/input.server';

const say = (code: string) => `commitments:problems.${code}`;
const words = (code: string, least: number) => z.string({ error: say(code) }).trim().min(least, { error: say(code) }).max(2000);

export const gapInput = z.object({ what: words('gap_what', 5) });
export const gapPlanInput = z.object({ owner_id: z.uuid({ error: 'form:errors.choose' }), plan: words('gap_plan', 5), due_on: promiseDay });
export const gapAnswerInput = z.object({ answer: words('gap_answer', 5) });
