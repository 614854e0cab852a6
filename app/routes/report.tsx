import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { chaptersOf } from '#app/reporting/reports/chapters.server';
import { PublishedReport } from '#app/reporting/reports/published';
import { findReport } from '#app/reporting/reports/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const report = await findReport(await context.viewer(), params['ref'] ?? '', { language, now: context.now });
  if (report === undefined) throw notFound();
  return { report, chapters: chaptersOf(report, textFor(language, 'reporting'), language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.report.title ?? ''} | Concord` },
  { name: 'description', content: (data?.report.summary ?? data?.report.title ?? '').slice(0, 300) },
];

export default function Report() {
  const { report, chapters } = useLoaderData<typeof loader>();
  return <PublishedReport report={report} chapters={chapters} />;
}
