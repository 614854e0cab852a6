import { z } from 'zod';
import { languages } from '#app/languages/language';
import { isDay } from '#app/platform/clock';
import { audiences } from './model';

const day = z.string().refine(isDay, 'form:errors.format');
const days = { opens_on: day, closes_on: day };

export const consultationInput = z.object({ audience: z.enum(audiences), ...days, language: z.enum(languages), introduction: z.string().trim().min(20).max(5000) });
export const daysInput = z.object(days);
