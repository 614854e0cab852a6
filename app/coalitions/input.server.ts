import { z } from 'zod';
import { languages } from '#app/languages/language';
import { isZone } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { licenceNames } from './licences';
import { coalitionStatuses } from './model';

const text = {
  language: z.enum(languages),
  name: z.string().trim().min(1).max(200),
  mandate: z.string().trim().max(4000).nullable().default(null),
};
const parent_id = z.string().refine(isId).nullable().default(null);

/** What a coalition is called in one language, under which one it stands, in which zone it counts days, and how its reports may be used. */
export const coalitionInput = z.object({ ...text, parent_id, time_zone: z.string().refine(isZone, 'coalitions:problems.zone').optional(), licence: z.enum(licenceNames, { error: 'coalitions:problems.licence' }).nullable().default(null) });

export const statusInput = z.object({ status: z.enum(coalitionStatuses) });
