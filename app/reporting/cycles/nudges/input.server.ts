import { z } from 'zod';

/** `seen` stands for those who would have been written to when the page was shown. */
export const nudgeInput = z.object({ seen: z.string().max(100), words: z.string().trim().max(1000).optional() });
