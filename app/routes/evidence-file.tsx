import type { LoaderFunctionArgs } from '@remix-run/node';
import { findEvidenceFile } from '#app/commitments/record/queries.server';
import { database } from '#app/platform/database.server';
import { fileAnswer, readStoredFile } from '#app/platform/files.server';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'public' } };

/** A file of evidence, for whoever may read the record that it belongs to. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const file = await findEvidenceFile(await context.viewer(), params['id'] ?? '', { language: 'en', now: context.now });
  const stored = file === undefined ? undefined : await readStoredFile(database(), file);
  if (stored === undefined) throw notFound();
  return fileAnswer(stored);
}
