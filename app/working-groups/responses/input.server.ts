import { z } from 'zod';
import { orNone, paragraph } from '#app/working-groups/input.server';
import { answers } from './model';

export const responseInput = z.object({ answer: z.enum(answers), words: paragraph, commitment: orNone(z.string().trim().max(40)) });
