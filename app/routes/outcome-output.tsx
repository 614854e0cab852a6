import type { LoaderFunctionArgs } from '@remix-run/node';
import { database } from '#app/platform/database.server';
import { fileAnswer, readStoredFile } from '#app/platform/files.server';
import { notFound } from '#app/platform/http/answers.server';
import { findOutputFile } from '#app/reporting/outcomes/outputs/queries.server';

export const handle = { access: { loader: 'public' } };

/** The file of what goes with a report, for whoever may read the report. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const file = await findOutputFile(await context.viewer(), params['id'] ?? '', { now: context.now });
  const stored = file === undefined ? undefined : await readStoredFile(database(), file);
  if (stored === undefined) throw notFound();
  return fileAnswer(stored);
}
