import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { chaptersOf } from '#app/reporting/reports/chapters.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { PublishedReport } from '#app/reporting/reports/published';
import { findReport } from '#app/reporting/reports/queries.server';
import { reportTrail } from '#app/reporting/reports/trail';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const report = await findReport(viewer, params['ref'] ?? '', { language, now: context.now });
  if (report === undefined) throw notFound();
  return { report, trail: await historyFor(reportPolicy.history, viewer, report, 'reports', reportTrail), chapters: chaptersOf(report, textFor(language, 'reporting'), language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.report.title ?? ''} | Concord` },
  { name: 'description', content: (data?.report.summary ?? data?.report.title ?? '').slice(0, 300) },
];

export default function Report() {
  const { report, trail, chapters } = useLoaderData<typeof loader>();
  return (
    <>
      <PublishedReport report={report} chapters={chapters} />
      <Trail acts={trail} words={reportTrail} />
    </>
  );
}
