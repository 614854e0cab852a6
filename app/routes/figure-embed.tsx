import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ReportFigure } from '#app/reporting/figures/figure';
import { requireFigure } from '#app/reporting/figures/page.server';
import { viewOf } from '#app/reporting/figures/view';

export const handle = { access: { loader: 'public' }, bare: true };

/** A figure to be shown within pages of others: nothing stands around it, and it leads back to the report. */
export async function loader(asked: LoaderFunctionArgs) {
  const { report, figure, sha256, language, named } = await requireFigure(asked);
  return { report: { ref: report.ref, title: report.title, coalition: report.coalition }, named, figure: viewOf(figure, { t: textFor(language, 'reporting'), language, sha256 }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.figure.finding ?? ''} | ${data?.report.title ?? ''}` }, { name: 'robots', content: 'noindex' }];

export default function FigureEmbedded() {
  const { report, named, figure } = useLoaderData<typeof loader>();
  const t = useText('reporting');
  const { language } = useLocale();
  return (
    <main className="embed">
      <h1 className="vh">{t('embed.heading', { number: figure.number, title: report.title })}</h1>
      <ReportFigure figure={figure} />
      <p className="small"><a href={paths.in(language).figure(report.ref, figure.name, named)} target="_top">{t('embed.from', { coalition: report.coalition, title: report.title })}</a></p>
    </main>
  );
}
