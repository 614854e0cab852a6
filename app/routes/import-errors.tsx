import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { textFor } from '#app/languages/catalogues.server';
import { errorFile } from '#app/open-data/imports/error-file';
import { errorsOf, findImport } from '#app/open-data/imports/queries.server';
import { rowErrorText } from '#app/open-data/imports/words';
import { fileAnswer } from '#app/platform/files.server';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'import:list' } };

/** All errors of an import as CSV, in the reader's language. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const record = await findImport(person, params['id'] ?? '');
  if (record === undefined) throw notFound();
  const text = textFor(languageOf(request, person), 'open-data');
  const csv = errorFile(await errorsOf(person, record.id), (error) => rowErrorText(text, error));
  return fileAnswer({ bytes: Buffer.from(csv), name: `${record.file_name.replace(/\.[^.]*$/, '')}-errors.csv`, mediaType: 'text/csv; charset=utf-8' });
}
