import { z } from 'zod';
import { line, paragraph } from '#app/working-groups/input.server';
import { newRecommendationStatuses } from './model';

export const recommendationInput = z.object({
  title: line, text: paragraph, status: z.enum(newRecommendationStatuses), decisions: z.array(z.uuid()).max(50).default([]), nodes: z.array(z.uuid()).max(50).default([]),
});
