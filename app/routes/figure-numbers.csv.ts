import type { LoaderFunctionArgs } from '@remix-run/node';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { lineColumns, linesOf } from '#app/reporting/figures/columns';
import { findFigure } from '#app/reporting/figures/page.server';
import { partLabel } from '#app/reporting/figures/view';
import { namedEdition } from '#app/reporting/publication/edition.server';
import { listAnswer } from '#app/table/files/answer.server';
import { fileTable } from '#app/table/files/column';

export const handle = { access: { loader: 'public' } };

/** The rows of one figure, each with why it is not what it was in the report before. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const found = await findFigure(await context.viewer(), params['ref'] ?? '', params['key'] ?? '', { language, now: context.now }, namedEdition(params['edition']));
  if (found === undefined) throw notFound();
  const { report, figure } = found;
  const lines = linesOf(report.ref, [figure], (one, part) => partLabel(one, part, { t: textFor(language, 'reporting'), language }));
  return listAnswer({ request, language }, `${report.ref}-${figure.key}-numbers.${language}`, fileTable(lineColumns, lines), 'csv');
}
