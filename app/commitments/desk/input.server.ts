import { z } from 'zod';
import { isId } from '#app/platform/identity';

/** What was shown before the act: another choice meanwhile is shown first. */
const seen = z.string().max(64);

/** Whoever reads them, or `nobody`. */
export const assignmentInput = z.object({ seen, reviewer: z.string('form:errors.choose').refine((value) => value === 'nobody' || isId(value), 'form:errors.choose') });
export const nudgeInput = z.object({ seen, words: z.string().trim().max(1000).optional() });
export const tagsInput = z.object({ seen, tag: z.string('form:errors.required').trim().toLowerCase().min(1).max(40), how: z.enum(['add', 'remove']) });
