import { z } from 'zod';
import { keyName } from '#app/form/hidden';
import { fieldsOf } from '#app/form/reading.server';
import { isId } from '#app/platform/identity';
import { SHAPES } from './shapes/shapes';

/** Kinds that some known form of file gives: what can be chosen, and what the command line takes. */
export const readableKinds = [...new Set([...SHAPES.map((shape) => shape.kind), 'iati-file' as const])].toSorted();

export const uploadInput = z.object({
  file: z.instanceof(File, { error: 'open-data:imports.page.choose_file' }).refine((file) => file.size > 0, { error: 'open-data:imports.page.choose_file' }),
  kind: z.enum(readableKinds).optional(),
  organisation: z.uuid().optional(),
  group: z.string().optional(),
  zone: z.string().optional(),
});

/** The key of a form that holds nothing but its button. */
export async function submissionOf(request: Request): Promise<string | undefined> {
  const key = (await fieldsOf(request)).get(keyName);
  return typeof key === 'string' && isId(key) ? key : undefined;
}
