import { z } from 'zod';
import type { EvidenceForm } from './operations.server';

/** A title, and either an address or a file. */
export const evidenceInput = z.object({
  title: z.string().trim().min(3).max(200),
  url: z.string().trim().max(2000).regex(/^https?:\/\/[^\s/]+\S*$/, { error: 'form:errors.url' }).optional(),
  file: z.instanceof(File).optional(),
}).refine((given) => (given.url === undefined) !== (given.file === undefined || given.file.size === 0), { path: ['url'], error: 'records:problems.one_source' });

/** The form with the file's bytes read. */
export async function evidenceForm(given: z.output<typeof evidenceInput>): Promise<EvidenceForm> {
  const file = given.file === undefined || given.file.size === 0 ? null : { name: given.file.name, bytes: new Uint8Array(await given.file.arrayBuffer()) };
  return { title: given.title, url: given.url ?? null, file, language: null };
}
