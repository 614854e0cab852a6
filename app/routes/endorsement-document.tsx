import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf } from '#app/accounts/viewer.server';
import { findEndorsement } from '#app/frameworks/endorsements/queries.server';
import { database } from '#app/platform/database.server';
import { fileAnswer, readStoredFile } from '#app/platform/files.server';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'public' } };

/** The signed document, for everybody who may read the endorsement. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const record = await findEndorsement(viewer, params['ref'] ?? '', { language: languageOf(request, viewer), now: context.now });
  if (record === undefined || record.document_id === null) throw notFound();
  const file = await readStoredFile(database(), record.document_id);
  if (file === undefined) throw notFound();
  return fileAnswer(file);
}
