import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordColumns } from '#app/reporting/figures/columns';
import { requireFigure } from '#app/reporting/figures/page.server';
import { allFigureRecords } from '#app/reporting/figures/queries.server';
import { listAnswer } from '#app/table/files/answer.server';
import { fileTable } from '#app/table/files/column';

export const handle = { access: { loader: 'public' } };

/** The records behind a figure, or behind the part that is asked for, however many there are. */
export async function loader(asked: LoaderFunctionArgs) {
  const { report, figure, language, viewer } = await requireFigure(asked);
  const part = new URL(asked.request.url).searchParams.get('part')?.replaceAll('\0', '') ?? '';
  return listAnswer({ request: asked.request, language }, `${report.ref}-${figure.name}`, fileTable(recordColumns, allFigureRecords(viewer, figure.id, part === '' ? null : part)), 'csv');
}
