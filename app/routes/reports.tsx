import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { OutcomeList } from '#app/reporting/outcomes/marks';
import { publishedOutcomes } from '#app/reporting/outcomes/queries.server';
import { listReports } from '#app/reporting/reports/queries.server';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const view = { language, now: context.now };
  const viewer = await context.viewer();
  const [reports, outcomes] = await Promise.all([listReports(viewer, view), publishedOutcomes(viewer, view)]);
  const t = textFor(language, 'reporting');
  return { reports, outcomes, title: t('list.title'), description: t('list.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Reports() {
  const { reports, outcomes, title, description } = useLoaderData<typeof loader>();
  const t = useText('reporting');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      <Head title={title} lede={description} />
      {reports.length === 0 ? (
        <Empty title={t('list.empty')}><p>{t('list.empty_hint')}</p></Empty>
      ) : (
        <List>
          {reports.map((report) => (
            <Item
              key={report.ref} href={to.report(report.ref)} title={<span lang={report.title_language === language ? undefined : report.title_language}>{report.title}</span>}
              note={t('list.note', { coalition: report.coalition, published: formatDate(language, report.published_on), asOf: formatDate(language, report.as_of) })}
            >
              {report.summary !== null && <p className="small">{report.summary}</p>}
              <Links entries={[{ href: fileOf(to.report(report.ref), 'pdf'), label: t('report.pdf') }, { href: fileOf(to.report(report.ref), 'csv'), label: t('report.csv') }]} />
            </Item>
          ))}
        </List>
      )}
      {outcomes.length > 0 && <Section id="outcomes" title={t('outcomes.title')} note={t('outcomes.note')}><OutcomeList outcomes={outcomes} named /></Section>}
    </>
  );
}
