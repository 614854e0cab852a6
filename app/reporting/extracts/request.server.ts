import type { LoaderFunctionArgs } from '@remix-run/node';
import { printed } from '#app/document/press.server';
import { textFor } from '#app/languages/catalogues.server';
import { notFound } from '#app/platform/http/answers.server';
import { tellingOf } from '#app/reporting/publication/about.server';
import type { EditionModel } from '#app/reporting/publication/edition';
import { requireEdition } from '#app/reporting/publication/edition.server';
import { listAnswer } from '#app/table/files/answer.server';
import { fileTable } from '#app/table/files/column';
import type { Composer } from './composers.server';
import type { Extract } from './model';
import { printableExtract } from './printable';

/** EX-2: an extract of the edition that an address asks for; where the edition is not out, or has nothing of it, there is no such page. */
export async function readExtract(asked: LoaderFunctionArgs, compose: Composer): Promise<{ edition: EditionModel; named: number | undefined; extract: Extract }> {
  const { edition, named } = await requireEdition(asked);
  return { edition, named, extract: await composed(compose, edition, named, asked) };
}

async function composed(compose: Composer, edition: EditionModel, named: number | undefined, { params }: Pick<LoaderFunctionArgs, 'params'>): Promise<Extract> {
  const { language } = edition;
  const extract = await compose(edition, { t: textFor(language, 'reporting'), language, named }, params);
  if (extract === undefined) throw notFound();
  return extract;
}

/** What an extract is called as a file, without its ending: it is told apart from those of other editions and languages. */
const fileName = ({ ref, number, language }: EditionModel, { name }: Extract): string => `${ref}-${number}-${name}.${language}`;

/** On paper. What a file says stays, so its addresses name the edition. */
export async function extractPdf(asked: LoaderFunctionArgs, compose: Composer): Promise<Response> {
  const { edition } = await requireEdition(asked);
  const extract = await composed(compose, edition, edition.number, asked);
  const bytes = await printed(printableExtract(extract, edition, tellingOf(edition, asked.context.demo)));
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${fileName(edition, extract)}.pdf"`, 'Cache-Control': 'private, no-cache' },
  });
}

/** Its rows. */
export async function extractCsv(asked: LoaderFunctionArgs, compose: Composer): Promise<Response> {
  const { edition } = await requireEdition(asked);
  const extract = await composed(compose, edition, edition.number, asked);
  const { rows } = extract;
  if (rows === null) throw notFound();
  const columns = rows.header.map((header, at) => ({ header, value: (row: (typeof rows.rows)[number]) => row[at] ?? null }));
  return listAnswer({ request: asked.request, language: edition.language }, fileName(edition, extract), fileTable(columns, rows.rows), 'csv');
}
