import type { LoaderFunctionArgs } from '@remix-run/node';
import { tellingOf } from '#app/reporting/publication/about.server';
import { fileNameOf } from '#app/reporting/publication/edition';
import { requireEdition } from '#app/reporting/publication/edition.server';
import { editionPackage } from '#app/reporting/publication/package.server';
import { bytesAnswer } from '#app/table/files/answer.server';

export const handle = { access: { loader: 'public' } };

/** The figures and the records of the report for programs, with the lines that its seal is made of. */
export async function loader(asked: LoaderFunctionArgs) {
  const { edition } = await requireEdition(asked);
  return bytesAnswer({ request: asked.request, language: edition.language }, fileNameOf(edition), 'zip', () => editionPackage(edition, tellingOf(edition, asked.context.demo)));
}
