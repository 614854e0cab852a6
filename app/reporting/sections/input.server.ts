import { z } from 'zod';
import { languages } from '#app/languages/language';
import { isId } from '#app/platform/identity';
import { translationOrigins } from '#app/records/translations/model';

/** A section in one language. An empty text is one that is not written yet. */
export const sectionInput = z.object({
  language: z.enum(languages),
  heading: z.string().trim().min(3).max(200),
  body: z.string().max(60_000).optional().transform((body) => body ?? ''),
  /** Of a translation. */
  origin: z.enum(translationOrigins).optional().transform((origin) => origin ?? 'human'),
  /** Shows what it would look like and keeps nothing. */
  preview: z.string().optional(),
});

/** Who writes a section, nobody named leaves it with the secretariat; and how many words it may have, where that is limited. */
export const ownerInput = z.object({
  owner_id: z.string().optional().transform((id) => (id !== undefined && isId(id) ? id : null)),
  word_limit: z.string().trim().regex(/^\d{1,5}$/, { error: 'reporting:problems.word_limit' }).transform(Number).refine((limit) => limit >= 50 && limit <= 20_000, { error: 'reporting:problems.word_limit' }).optional().transform((limit) => limit ?? null),
});

const said = z.string({ error: 'reporting:problems.words_needed' }).trim().min(3, { error: 'reporting:problems.words_needed' }).max(4000);

/** What is to mend in a section that goes back. */
export const returnInput = z.object({ return_words: said });

export const commentInput = z.object({
  language: z.enum(languages),
  quoted: z.string().trim().max(600).optional().transform((quoted) => (quoted === undefined || quoted === '' ? null : quoted)),
  words: said,
});
export const answerInput = z.object({ words: said });

/** The version whose words a text gets again. */
export const restorationInput = z.object({ language: z.enum(languages), number: z.coerce.number().int().min(1).max(1_000_000) });
