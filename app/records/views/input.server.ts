import { z } from 'zod';

/** A list by its name, how it stands, and what the view is called. */
export const viewInput = z.object({ list: z.string().max(60), query: z.string().max(4000).default(''), name: z.string('form:errors.required').trim().min(1).max(100) });
/** Only the button was pressed. */
export const pressed = z.object({});
