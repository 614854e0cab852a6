import type { LoaderFunctionArgs } from '@remix-run/node';
import { textFor } from '#app/languages/catalogues.server';
import { lineColumns, linesOf } from '#app/reporting/figures/columns';
import { requireFigure } from '#app/reporting/figures/page.server';
import { partLabel } from '#app/reporting/figures/labels';
import { listAnswer } from '#app/table/files/answer.server';
import { fileTable } from '#app/table/files/column';

export const handle = { access: { loader: 'public' } };

/** The rows of one figure, each with why it is not what it was in the report before. */
export async function loader(asked: LoaderFunctionArgs) {
  const { report, figure, language } = await requireFigure(asked);
  const lines = linesOf(report.ref, [figure], (one, part) => partLabel(one, part, { t: textFor(language, 'reporting'), language }));
  return listAnswer({ request: asked.request, language }, `${report.ref}-${figure.name}-numbers.${language}`, fileTable(lineColumns, lines), 'csv');
}
