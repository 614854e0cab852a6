import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileNameOf } from '#app/reporting/publication/edition';
import { requireEdition } from '#app/reporting/publication/edition.server';
import { editionPdf } from '#app/reporting/publication/pdf.server';

export const handle = { access: { loader: 'public' } };

export async function loader(asked: LoaderFunctionArgs) {
  const { edition } = await requireEdition(asked);
  const bytes = await editionPdf(edition, asked.context.demo);
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${fileNameOf(edition)}.pdf"`, 'Cache-Control': 'private, no-cache' },
  });
}
