import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import type { Outcome } from '../model';
import { isRemarkField } from '../remarks/model';

/** An act that needs no words. */
export const actInput = z.object({});

const note = z.string().trim().max(2000).optional();
/** What is to mend: at single fields, in one sentence for all, or both; never nothing. */
export const returnInput = z.object({
  reason: z.string().trim().max(4000).optional(), remarks: z.record(z.string().max(40), note).optional(), goals: z.record(z.string().max(40), z.record(z.string().max(40), note)).optional(),
}).transform(({ reason = '', remarks = {}, goals = {} }) => ({
  reason,
  notes: [
    ...Object.entries(remarks).map(([field, text]) => ({ field, goal_id: null, text })),
    ...Object.entries(goals).flatMap(([goal, fields]) => Object.entries(fields).map(([field, text]) => ({ field, goal_id: goal, text }))),
  ].flatMap(({ field, goal_id, text }) => (text === undefined || text === '' || !isRemarkField(field) ? [] : [{ field, goal_id, note: text }])),
})).refine(({ reason, notes }) => notes.length > 0 || reason.length >= 10, { path: ['reason'], error: 'commitments:problems.reason_needed' });

export const withdrawalInput = z.object({ reason: z.string().trim().min(10, { error: 'commitments:problems.why_withdrawn' }).max(4000) });

export const finishInput = z.object({
  outcome: z.enum(['reached', 'not_reached']),
  reached_on: z.string().refine(isDay, { error: 'commitments:problems.day' }).optional(),
}).refine((given) => given.outcome !== 'reached' || given.reached_on !== undefined, { path: ['reached_on'], error: 'commitments:problems.day' });

export const outcomeOf = (given: z.output<typeof finishInput>): Outcome => ({ reached_on: given.outcome === 'reached' ? (given.reached_on ?? null) : null });
