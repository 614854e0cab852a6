import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { textFor } from '#app/languages/catalogues.server';
import { errorFile } from '#app/open-data/imports/error-file';
import { departuresOf, findImport } from '#app/open-data/imports/queries.server';
import { departureText } from '#app/open-data/imports/words';
import { fileAnswer } from '#app/platform/files.server';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'import:list' } };

/** In what a file departs from its standard, all of it as CSV, in the reader's language. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const record = await findImport(person, params['id'] ?? '');
  if (record === undefined) throw notFound();
  const text = textFor(languageOf(request, person), 'open-data');
  const csv = errorFile(await departuresOf(person, record.id), (one) => departureText(text, one));
  return fileAnswer({ bytes: Buffer.from(csv), name: `${record.file_name.replace(/\.[^.]*$/, '')}-departures.csv`, mediaType: 'text/csv; charset=utf-8' });
}
