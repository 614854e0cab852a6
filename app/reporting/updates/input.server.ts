import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { answers, completions, typedNumber } from './model';

const blank = (text: string): boolean => text.trim() === '';
const optional = (schema: z.ZodType<string, string>) => z.string().optional().transform((text) => (text === undefined || blank(text) ? null : text.trim())).pipe(schema.nullable());
const words = optional(z.string().max(4000));

/** A number as people type it; a space between groups and a point before decimals. */
const number = z.string().optional().transform((text, context) => {
  if (text === undefined || blank(text)) return null;
  const value = typedNumber(text);
  if (value === undefined) context.addIssue({ code: 'custom', message: 'form:errors.number' });
  return value ?? null;
});

/** One commitment's answers. Nothing is asked of what was not answered. */
const entry = z.object({
  key: z.string().optional().transform((key) => (key !== undefined && isId(key) ? key : undefined)),
  seen: z.string().optional().transform((seen) => (seen !== undefined && /^\d{1,9}$/.test(seen) ? Number(seen) : undefined)),
  answer: z.enum(answers).optional(),
  completion: z.string().optional().transform((text) => completions.find((one) => one === text) ?? null),
  as_of: optional(z.string().refine(isDay, { error: 'reporting:problems.day' })),
  narrative: words, barriers: words, enablers: words, equity: words,
  evidence_title: optional(z.string().max(200)),
  evidence_url: optional(z.string().max(2000).regex(/^https?:\/\/[^\s/]+\S*$/, { error: 'form:errors.url' })),
  /** By the id of the goal. */
  values: z.record(z.string(), number).optional().transform((values) => values ?? {}),
});
export type EntryInput = z.output<typeof entry>;

/** All that a person says of their commitments, by the commitment's reference; `send` names the one to send, or all that are answered. */
export const updatesInput = z.object({ send: z.string().max(100).optional(), updates: z.record(z.string().max(40), entry).optional() }).superRefine(({ send, updates = {} }, context) => {
  const answered = Object.entries(updates).filter(([, said]) => said.answer !== undefined);
  if (answered.length === 0) context.addIssue({ code: 'custom', path: [], message: 'reporting:problems.nothing_answered' });
  for (const [ref, said] of answered) {
    if (send !== 'draft' && (send === 'all' || send === ref) && said.answer !== 'nothing_changed' && said.as_of === null) {
      context.addIssue({ code: 'custom', path: ['updates', ref, 'as_of'], message: 'reporting:problems.as_of_needed' });
    }
  }
  const chosen = updates[send ?? ''];
  if (chosen !== undefined && chosen.answer === undefined) context.addIssue({ code: 'custom', path: ['updates', send ?? '', 'answer'], message: 'reporting:problems.answer_needed' });
});

/** Why an update comes back. */
export const returnInput = z.object({ reason: z.string().trim().min(5).max(2000) });
/** A form of one button. */
export const pressed = z.object({});
