import type { LoaderFunctionArgs } from '@remix-run/node';
import { tellingOf } from '#app/reporting/publication/about.server';
import { fileNameOf } from '#app/reporting/publication/edition';
import { requireEdition } from '#app/reporting/publication/edition.server';
import { editionBook } from '#app/reporting/publication/spreadsheet.server';
import { bytesAnswer } from '#app/table/files/answer.server';

export const handle = { access: { loader: 'public' } };

/** What the report is, its figures and the records of its snapshot, as a workbook. */
export async function loader(asked: LoaderFunctionArgs) {
  const { edition } = await requireEdition(asked);
  return bytesAnswer({ request: asked.request, language: edition.language }, fileNameOf(edition), 'xlsx', () => editionBook(edition, tellingOf(edition, asked.context.demo)));
}
