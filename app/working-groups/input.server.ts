import { z } from 'zod';
import { isDay } from '#app/platform/clock';

/** Fields that the forms of this folder have in common. Empty is null, never an empty text. */
export const line = z.string().trim().min(1).max(200);
export const paragraph = z.string().trim().min(1).max(4000);
export const orNone = <Field extends z.ZodType>(field: Field) => field.nullable().default(null);
export const day = z.string().refine(isDay, 'working-groups:problems.day');
