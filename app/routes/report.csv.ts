import type { LoaderFunctionArgs } from '@remix-run/node';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { lineColumns, linesOf } from '#app/reporting/figures/columns';
import { partLabel } from '#app/reporting/figures/view';
import { findReport } from '#app/reporting/reports/queries.server';
import { listAnswer } from '#app/table/files/answer.server';
import { fileTable } from '#app/table/files/column';

export const handle = { access: { loader: 'public' } };

/** Every figure of the report as rows, in the order of the report. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const report = await findReport(await context.viewer(), params['ref'] ?? '', { language, now: context.now });
  if (report === undefined) throw notFound();
  const t = textFor(language, 'reporting');
  const lines = linesOf(report.ref, report.figures, (figure, part) => partLabel(figure, part, { t, language }));
  return listAnswer(request, `${report.ref}.${language}`, fileTable(lineColumns, lines), 'csv');
}
