import type { LoaderFunctionArgs } from '@remix-run/node';
import { textFor } from '#app/languages/catalogues.server';
import { fileNameOf } from '#app/reporting/publication/edition';
import { requireEdition } from '#app/reporting/publication/edition.server';
import { editionColumns, linesOfEdition } from '#app/reporting/publication/lines';
import { listAnswer } from '#app/table/files/answer.server';
import { fileTable } from '#app/table/files/column';

export const handle = { access: { loader: 'public' } };

/** Every figure of the report as rows, in the order of the report. */
export async function loader(asked: LoaderFunctionArgs) {
  const { edition } = await requireEdition(asked);
  return listAnswer({ request: asked.request, language: edition.language }, fileNameOf(edition), fileTable(editionColumns, linesOfEdition(edition, textFor(edition.language, 'reporting'))), 'csv');
}
