import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { recordColumns } from '#app/reporting/figures/columns';
import { findFigure } from '#app/reporting/figures/page.server';
import { allFigureRecords } from '#app/reporting/figures/queries.server';
import { namedEdition } from '#app/reporting/publication/edition.server';
import { listAnswer } from '#app/table/files/answer.server';
import { fileTable } from '#app/table/files/column';

export const handle = { access: { loader: 'public' } };

/** The records behind a figure, or behind the part that is asked for, however many there are. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const found = await findFigure(viewer, params['ref'] ?? '', params['key'] ?? '', { language, now: context.now }, namedEdition(params['edition']));
  if (found === undefined) throw notFound();
  const part = new URL(request.url).searchParams.get('part')?.replaceAll('\0', '') ?? '';
  return listAnswer({ request, language }, `${found.report.ref}-${found.figure.key}`, fileTable(recordColumns, allFigureRecords(viewer, found.figure.id, part === '' ? null : part)), 'csv');
}
