import { z } from 'zod';

/** Whom a paper is opened to: who reads the session, or the group alone. Said by the form, so that pressing twice does not turn it back. */
export const opennessInput = z.object({ to: z.enum(['open', 'inside']) });
