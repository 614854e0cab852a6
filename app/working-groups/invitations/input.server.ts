import { z } from 'zod';
import { orNone } from '#app/working-groups/input.server';
import { answers } from './model';

export const answerInput = z.object({ answer: z.enum(answers, { error: 'form:errors.choose' }), instead: orNone(z.uuid()) }).transform(({ answer, instead }) => ({ answer, instead_id: instead }));
