import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import { notFound } from '#app/platform/http/answers.server';
import { reportAt } from '#app/reporting/reports/desk-facts.server';
import { sinceFreeze } from '#app/reporting/snapshots/comparison.server';
import { Since } from '#app/reporting/snapshots/since';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'report:desk' } };

/** What became of the frozen records: compared when it is asked for, which takes about as long as freezing. */
export async function loader(args: LoaderFunctionArgs) {
  const { report, now } = await reportAt(args);
  const since = await sinceFreeze(database(), report.id, now);
  if (since === null) throw notFound();
  return { report: { ref: report.ref, title: report.title }, since };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function ReportSince() {
  const t = useText('reporting');
  const { report, since } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs above={[{ href: paths.reportEdit(report.ref), label: report.title }]} here={t('since.title')} />
      <Head tight kick={report.title} title={t('since.title')} lede={t('since.lede')} />
      <Since {...since} />
    </>
  );
}
