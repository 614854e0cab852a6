import { z } from 'zod';
import { line, orNone, paragraph } from '#app/working-groups/input.server';
import { CONSTITUENCIES } from '#db/reference/constituencies';
import { newRecommendationStatuses } from './model';

export const recommendationInput = z.object({
  title: line, text: paragraph, status: z.enum(newRecommendationStatuses), decisions: z.array(z.uuid()).max(50).default([]), nodes: z.array(z.uuid()).max(50).default([]), dimension_id: orNone(z.uuid()),
});

export const revisionInput = z.object({ title: line, text: paragraph, dimension_id: orNone(z.uuid()) });
export const addresseesInput = z.object({
  secretariat: z.literal('on').optional().transform((given) => given === 'on'),
  constituencies: z.array(z.enum(CONSTITUENCIES.map(({ code }) => code))).max(20).default([]),
  organisations: z.array(z.uuid()).max(500).default([]),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(300).default([]),
});
/** Only the button was pressed. */
export const stepInput = z.object({});
export const closingInput = z.object({ why: paragraph });
