import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import type { Outcome } from '../model';

/** An act that needs no words. */
export const actInput = z.object({});

export const returnInput = z.object({ reason: z.string().trim().min(10, { error: 'commitments:problems.reason_needed' }).max(4000) });

export const withdrawalInput = z.object({ reason: z.string().trim().min(10, { error: 'commitments:problems.why_withdrawn' }).max(4000) });

export const finishInput = z.object({
  outcome: z.enum(['reached', 'not_reached']),
  reached_on: z.string().refine(isDay, { error: 'commitments:problems.day' }).optional(),
}).refine((given) => given.outcome !== 'reached' || given.reached_on !== undefined, { path: ['reached_on'], error: 'commitments:problems.day' });

export const outcomeOf = (given: z.output<typeof finishInput>): Outcome => ({ reached_on: given.outcome === 'reached' ? (given.reached_on ?? null) : null });
