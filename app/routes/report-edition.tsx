import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { chaptersOf } from '#app/reporting/reports/chapters.server';
import { PublishedReport } from '#app/reporting/reports/published';
import { findEdition } from '#app/reporting/reports/queries.server';

export const handle = { access: { loader: 'public' } };

/** An edition by its number, for good: also one that was corrected (RP-3). */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const number = /^[1-9]\d{0,5}$/.test(params['edition'] ?? '') ? Number(params['edition']) : 0;
  const report = await findEdition(await context.viewer(), params['ref'] ?? '', number, { language, now: context.now });
  if (report === undefined) throw notFound();
  return { report, chapters: chaptersOf(report, textFor(language, 'reporting'), language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.report.title ?? ''} | Concord` }, { name: 'description', content: (data?.report.summary ?? data?.report.title ?? '').slice(0, 300) }];

export default function ReportEdition() {
  const { report, chapters } = useLoaderData<typeof loader>();
  return <PublishedReport report={report} chapters={chapters} />;
}
