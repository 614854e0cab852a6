import { z } from 'zod';
import { languages } from '#app/languages/language';
import { isId } from '#app/platform/identity';

/** A section in one language. An empty text is one that is not written yet. */
export const sectionInput = z.object({
  language: z.enum(languages),
  heading: z.string().trim().min(3).max(200),
  body: z.string().max(60_000).optional().transform((body) => body ?? ''),
  /** Shows what it would look like and keeps nothing. */
  preview: z.string().optional(),
});

/** Who writes a section; nobody named leaves it with the secretariat. */
export const ownerInput = z.object({ owner_id: z.string().optional().transform((id) => (id !== undefined && isId(id) ? id : null)) });
