import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { reportPdf } from '#app/reporting/reports/pdf.server';
import { findReport } from '#app/reporting/reports/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const report = await findReport(await context.viewer(), params['ref'] ?? '', { language, now: context.now });
  if (report === undefined) throw notFound();
  const bytes = await reportPdf(report, language, context.demo);
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${report.ref}.${language}.pdf"`, 'Cache-Control': 'private, no-cache' },
  });
}
