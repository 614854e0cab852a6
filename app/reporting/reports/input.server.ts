import { z } from 'zod';
import { isDay } from '#app/platform/clock';

/** The cycle's name, typed, and the day that the figures describe. */
export const freezeInput = z.object({ confirmation: z.string().trim().max(100) });

const place = /^(\d{1,3})(?::([A-Za-z0-9_-]{1,100}))?$/;

/** A passage as `passagesOf` spells it; empty is the report as a whole, where that may be named. */
export const passage = ({ required }: { readonly required: boolean }) => z.string().optional().transform((text, context): { position: number | null; figure_key: string | null } => {
  const [, position, figure_key = null] = place.exec(text ?? '') ?? [];
  if (position !== undefined) return { position: Number(position), figure_key };
  if (required || (text ?? '') !== '') context.addIssue({ code: 'custom', message: 'reporting:problems.passage_needed' });
  return { position: null, figure_key: null };
});

/** The day and the time that the coalition's clock shows when a report comes out; both empty publish it at once. */
export const publicationInput = z.object({
  embargo_day: z.string().refine(isDay, 'reporting:problems.day').optional(),
  embargo_time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'reporting:problems.embargo_time').optional(),
}).refine((given) => (given.embargo_day === undefined) === (given.embargo_time === undefined), { path: ['embargo_time'], error: 'reporting:problems.embargo_both', when: () => true })
  .transform(({ embargo_day: day, embargo_time: time }) => (day === undefined || time === undefined ? null : `${day}T${time}`));

/** What was wrong, and what is right. */
const erratum = {
  passage: passage({ required: false }),
  words: z.string({ error: 'reporting:problems.erratum_needed' }).trim().min(10, { error: 'reporting:problems.erratum_needed' }).max(2000),
};
export const erratumInput = z.object(erratum);
const tick = z.string().optional().transform((ticked) => ticked === 'on');
export const correctionInput = z.object({ ...erratum, figures_change: tick, counts_later: tick });
