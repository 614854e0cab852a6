import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import type { PersonActor } from '#app/access/actor';
import type { Text } from '#app/languages/catalogue';
import { textFor } from '#app/languages/catalogues.server';
import { fileAnswer } from '#app/platform/files.server';
import { notFound } from '#app/platform/http/answers.server';
import { findImport } from './queries.server';

/** What was found in the file of an import as CSV, in the reader's language, named after the file and what it lists. */
export async function listingOf({ request, params, context }: LoaderFunctionArgs, of: 'errors' | 'departures', csvOf: (person: PersonActor, id: string, t: Text) => Promise<string>): Promise<Response> {
  const person = await requirePerson(context, request);
  const record = await findImport(person, params['id'] ?? '');
  if (record === undefined) throw notFound();
  const csv = await csvOf(person, record.id, textFor(languageOf(request, person), 'open-data'));
  return fileAnswer({ bytes: Buffer.from(csv), name: `${record.file_name.replace(/\.[^.]*$/, '')}-${of}.csv`, mediaType: 'text/csv; charset=utf-8' });
}
