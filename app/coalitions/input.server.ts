import { z } from 'zod';
import { languages } from '#app/languages/language';
import { isZone } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { coalitionStatuses } from './model';

const text = {
  language: z.enum(languages),
  name: z.string().trim().min(1).max(200),
  mandate: z.string().trim().max(4000).nullable().default(null),
};
const parent_id = z.string().refine(isId).nullable().default(null);

/** What a coalition is called in one language, and under which one it stands and in which zone it counts days. */
export const coalitionInput = z.object({ ...text, parent_id, time_zone: z.string().refine(isZone, 'coalitions:problems.zone').optional() });

export const statusInput = z.object({ status: z.enum(coalitionStatuses) });
