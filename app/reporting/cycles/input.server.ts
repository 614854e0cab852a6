import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import { isId } from '#app/platform/identity';

const day = z.string().refine(isDay, { error: 'reporting:problems.day' });

/** A year of reporting: the days in their order. */
export const cycleInput = z.object({
  coalition_id: z.string().refine(isId, { error: 'form:errors.choose' }),
  year: z.number().int().min(2000).max(2100),
  opens_on: day, due_on: day, grace_on: day, lock_on: day,
}).superRefine(({ opens_on, due_on, grace_on, lock_on }, context) => {
  const late = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'reporting:problems.days_in_order' });
  if (due_on <= opens_on) late('due_on');
  if (grace_on < due_on) late('grace_on');
  if (lock_on < grace_on) late('lock_on');
});
