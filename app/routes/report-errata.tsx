import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { publishedTo } from '#app/reporting/publication/published.server';
import { ErrataPage } from '#app/reporting/reports/errata/page';
import { editionsOf } from '#app/reporting/reports/errata/queries.server';
import { findReport } from '#app/reporting/reports/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const report = await findReport(viewer, params['ref'] ?? '', { language, now: context.now });
  if (report === undefined) throw notFound();
  const { ref, title, title_language } = report;
  return { report: { ref, title, title_language }, editions: await editionsOf(viewer, ref, publishedTo(context.now)), page: textFor(language, 'reporting')('errata.page') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page ?? ''}: ${data?.report.title ?? ''} | Concord` }];

export default function Errata() {
  const { report, editions } = useLoaderData<typeof loader>();
  return <ErrataPage report={report} editions={editions} />;
}
