import { z } from 'zod';
import { languages } from '#app/languages/language';
import { nodeKinds, standings } from '../model';

/** Empty is null, never an empty text. */
const orNone = <Field extends z.ZodType>(field: Field) => field.nullable().default(null);

export const startInput = z.object({ from: z.enum(['empty', 'copy']) });
export const coverInput = z.object({ standing: z.enum(standings), source: orNone(z.string().trim().max(500)), authoritative_language: z.enum(languages) });

const place = {
  code: z.string().trim().min(1).max(20).regex(/^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u, { error: 'frameworks:problems.code_form' }),
  kind: z.enum(nodeKinds),
  parent_id: orNone(z.uuid()),
  continues_id: orNone(z.uuid()),
};
const words = { title: z.string().trim().min(1).max(300), body: z.string().trim().max(5000).default('') };

export const newClauseInput = z.object({ ...place, ...words });
export const placeInput = z.object(place);
export const wordsInput = z.object({ language: z.enum(languages), ...words, origin: z.enum(['human', 'machine']).default('human') });
export const checkInput = z.object({ language: z.enum(languages) });
/** The buttons of the tree: which clause goes up or down. */
export const orderInput = z.object({ up: orNone(z.uuid()), down: orNone(z.uuid()) });
