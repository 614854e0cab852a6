import { z } from 'zod';
import { rhythms, subjectKinds } from './model';

/** The button on a page: nothing in it is typed. `back` is where it stood. */
export const followInput = z.object({ kind: z.enum(subjectKinds), id: z.string().max(60), back: z.string().max(2000).optional() });
export const rhythmInput = z.object({ rhythm: z.enum(rhythms) });
export const endInput = z.object({ back: z.string().max(2000).optional() });
