import type { LoaderFunctionArgs } from '@remix-run/node';
import { findEvidenceFile } from '#app/commitments/record/queries.server';
import { findTransactionFile } from '#app/financing/verification/queries.server';
import { findAdherenceFile } from '#app/members/adherences/queries.server';
import { database } from '#app/platform/database.server';
import { fileAnswer, readStoredFile } from '#app/platform/files.server';
import { findActionFile } from '#app/working-groups/actions/queries.server';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'public' } };

/** A file of evidence, for whoever may read the record that it belongs to. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const [viewer, id] = [await context.viewer(), params['id'] ?? ''];
  const file = (await findEvidenceFile(viewer, id, { language: 'en', now: context.now })) ?? (await findTransactionFile(viewer, id, { language: 'en', now: context.now })) ?? (await findAdherenceFile(viewer, id)) ?? (await findActionFile(viewer, id, { language: 'en', now: context.now }));
  const stored = file === undefined ? undefined : await readStoredFile(database(), file);
  if (stored === undefined) throw notFound();
  return fileAnswer(stored);
}
