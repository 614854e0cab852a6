import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { ReportFigure } from '#app/reporting/figures/figure';
import { Definition, Difference } from '#app/reporting/figures/how';
import { figureWords, requireFigure } from '#app/reporting/figures/page.server';
import { listFigureRecords } from '#app/reporting/figures/queries.server';
import { recordTable, withoutMoney } from '#app/reporting/figures/table';
import { Taking } from '#app/reporting/figures/taking';
import { partLabel } from '#app/reporting/figures/labels';
import { hrefOf, readState, valueOf, withAfter, withFilter, type ListSpec } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';
import { Section } from '#app/ui/section';
import { Tally } from '#app/ui/tally';

export const handle = { access: { loader: 'public' } };

const spec: ListSpec<'part', 'came'> = { filters: ['part'], sorts: ['came'], sort: { by: 'came', descending: false } };

export async function loader(asked: LoaderFunctionArgs) {
  const { report, figure, sha256, language, viewer, named } = await requireFigure(asked);
  const state = readState(spec, new URL(asked.request.url).searchParams);
  const part = valueOf(state, 'part');
  const page = await listFigureRecords(viewer, figure.id, part === '' ? null : part, state.after);
  const t = textFor(language, 'reporting');
  const words = figureWords(figure, sha256, language);
  const rows = page.rows.map((row) => ({ ...row, label: partLabel(figure, row.part, { t, language }) }));
  const total = words.parts.filter((one) => part === '' || one.key === part).reduce((sum, one) => sum + one.count, 0);
  return { report: { ref: report.ref, title: report.title, edition: report.edition }, publicUrl: asked.context.publicUrl, named, ...words, state, rows, next: page.next, total };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.told.finding ?? ''} | Concord` }, { name: 'description', content: data?.told.about ?? '' }];

export default function FigurePage() {
  const { report, publicUrl, named, told, parts, state, rows, next, total } = useLoaderData<typeof loader>();
  const t = useText('reporting');
  const { language } = useLocale();
  const to = paths.in(language);
  const path = to.figure(report.ref, told.name, named);
  const { money } = told;
  const part = valueOf(state, 'part');
  const chosen = parts.find((one) => one.key === part);
  return (
    <>
      <Crumbs above={[{ href: to.reports(), label: t('list.title') }, { href: to.report(report.ref, named), label: report.title }]} here={t('figures.label', { number: told.number })} />
      <Head tight kick={report.title} title={told.subject === null ? t(`figures.${told.key}.name`) : `${t(`figures.${told.key}.name`)}: ${told.subject}`} />
      <ReportFigure figure={told} csv={fileOf(path, 'csv')} open />
      <div className="spacer" />
      <Section id="definition" title={t('provenance.title')}><Definition {...told} /></Section>
      {told.difference !== null && <Section id="difference" wide title={told.difference.title}><Difference {...told.difference} /></Section>}
      <Section id="taking" title={t('embed.title')} note={t('embed.note')}><Taking figure={told} report={report} publicUrl={publicUrl} /></Section>
      <Section id="records" wide title={t('records.title')} note={t('records.note')}>
        <Tally label={t('records.by_part')} counts={parts.map(({ key, label, count }) => ({ key, label, count: formatNumber(language, count, 0), href: `${hrefOf(path, spec, withFilter(state, 'part', [key]))}#records` }))} />
        {part !== '' && <p className="small">{t('records.only', { part: chosen?.label ?? part })} <a href={`${path}#records`}>{t('records.all')}</a></p>}
        {rows.length === 0 ? (
          <Empty title={t('records.empty')} />
        ) : (
          <ListTable caption={t('records.caption', { finding: told.finding })} columns={recordTable} rows={rows} keyOf={(row) => `${row.kind} ${row.record_id} ${row.part}`} t={t} hidden={money ? [] : withoutMoney} />
        )}
        <Pager
          shown={rows.length} total={{ count: total, exact: true }} first={state.after === null ? undefined : `${hrefOf(path, spec, withAfter(state, null))}#records`}
          next={next === null ? undefined : `${hrefOf(path, spec, withAfter(state, next))}#records`}
        />
      </Section>
    </>
  );
}
