import type { LoaderFunctionArgs } from '@remix-run/node';
import { renderWord } from '#app/document/word/word.server';
import { tellingOf } from '#app/reporting/publication/about.server';
import { fileNameOf } from '#app/reporting/publication/edition';
import { requireEdition } from '#app/reporting/publication/edition.server';
import { printable } from '#app/reporting/publication/printable';
import { bytesAnswer } from '#app/table/files/answer.server';

export const handle = { access: { loader: 'public' } };

/** The report as its PDF has it, for who goes on writing with it. */
export async function loader(asked: LoaderFunctionArgs) {
  const { edition } = await requireEdition(asked);
  return bytesAnswer({ request: asked.request, language: edition.language }, fileNameOf(edition), 'docx', async function* () {
    yield await renderWord(printable(edition, tellingOf(edition, asked.context.demo)));
  });
}
