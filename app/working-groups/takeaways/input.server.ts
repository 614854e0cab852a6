import { z } from 'zod';
import { languages } from '#app/languages/language';
import { isId } from '#app/platform/identity';

export const takeawayInput = z.object({ text: z.string().trim().min(10).max(1000), language: z.enum(languages), nodes: z.array(z.string().refine(isId, { error: 'form:errors.choose' })).max(20).default([]) });

export const titleInput = z.object({ title: z.string().trim().min(1).max(200) });
