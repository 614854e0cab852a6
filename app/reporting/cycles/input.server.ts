import { z } from 'zod';
import { commitmentTypes } from '#app/commitments/model';
import { languages } from '#app/languages/language';
import { isDay } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { questions } from './model';

const day = z.string().refine(isDay, { error: 'reporting:problems.day' });

const days = { opens_on: day, due_on: day, grace_on: day, lock_on: day };

function inOrder({ opens_on, due_on, grace_on, lock_on }: Readonly<Record<keyof typeof days, string>>, context: z.RefinementCtx): void {
  const late = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'reporting:problems.days_in_order' });
  if (due_on <= opens_on) late('due_on');
  if (grace_on < due_on) late('grace_on');
  if (lock_on < grace_on) late('lock_on');
}

/** A year of reporting: the days in their order. */
export const cycleInput = z.object({ coalition_id: z.string().refine(isId, { error: 'form:errors.choose' }), year: z.number().int().min(2000).max(2100), ...days }).superRefine(inOrder);

/** Of several boxes with one name: none, one, or a list. */
const ticked = <Value extends string>(known: readonly Value[]) => z.union([z.string(), z.array(z.string())]).optional().transform((chosen) => { const typed = [chosen ?? []].flat(); return known.filter((one) => typed.includes(one)); });

/** The rule of a cycle: all kinds, or some; what is asked; what has to be said is asked too. */
export const settingsInput = z.object({ ...days, types: ticked(commitmentTypes), questions: ticked(questions), required: ticked(questions), languages: ticked(languages) })
  .superRefine((given, context) => {
    inOrder(given, context);
    if (given.languages.length === 0) context.addIssue({ code: 'custom', path: ['languages'], message: 'reporting:problems.language_needed' });
  })
  .transform(({ types, questions: asked, required, ...rest }) => ({ ...rest, required, questions: questions.filter((one) => asked.includes(one) || required.includes(one)), types: types.length === 0 || types.length === commitmentTypes.length ? null : types }));

const reason = z.string({ error: 'reporting:problems.why_needed' }).trim().min(5, { error: 'reporting:problems.why_needed' }).max(1000);
export const extensionInput = z.object({ until_on: day, reason });
export const exceptionInput = z.object({ commitment: z.string({ error: 'reporting:problems.no_commitment' }).trim().max(40), expected: z.enum(['yes', 'no'], { error: 'form:errors.choose' }).transform((said) => said === 'yes'), reason });
