import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CoverageFilters } from '#app/frameworks/coverage/filter-form';
import { CoverageChange, CoverageMap, EveryCountry, Gaps } from '#app/frameworks/coverage/map';
import { coveragePage } from '#app/frameworks/coverage/page.server';
import { coverageList } from '#app/frameworks/coverage/question';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatNumber } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { hrefOf, readState } from '#app/table/state';
import { Crumbs } from '#app/ui/crumbs';
import { Downloads } from '#app/ui/downloads';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const state = readState(coverageList, new URL(request.url).searchParams);
  const page = await coveragePage(await context.viewer(), state, view);
  if (page === undefined) throw notFound();
  const t = textFor(view.language, 'frameworks');
  return { state, page, title: t('coverage.title'), description: t('coverage.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function CoverageRoute() {
  const { state, page, title } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const { language } = useLocale();
  const { version, mapped, coverage, gaps, under } = page;
  const path = paths.in(language).coverage();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, coverageList, state), kind);
  const missing = gaps.reduce((sum, gap) => sum + gap.missing.length, 0);
  const [first] = gaps;
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).declaration(), label: t('coverage.declaration') }]} here={title} />
      <Head
        tight kick={t('coverage.kick', { name: version.short_name, number: version.number, date: formatDate(language, mapped.asOf) })} title={under === undefined ? title : t('coverage.title_of', { code: under.code, title: under.title })}
        lede={first === undefined ? t('coverage.no_gap') : t('coverage.gap_lede', { count: missing, shown: formatNumber(language, missing), group: first.name })}
      />
      <CoverageFilters page={page} />
      <Section id="map" title={t('coverage.title')} note={t('coverage.lede')}>
        {coverage.rows.length === 0 ? <Empty title={t('coverage.no_line')} /> : <CoverageMap page={page} />}
        <Downloads count={(coverage.rows.length + 1) * (coverage.columns.length + 1)} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
      </Section>
      <Section id="gaps" title={t('coverage.gaps')} note={t('coverage.gaps_lede')}>{first === undefined ? <p>{t('coverage.no_gap')}</p> : <Gaps page={page} />}</Section>
      <Section id="countries" title={t('coverage.by_country')} note={t('coverage.by_country_note')}><EveryCountry page={page} /></Section>
      <Section id="change" title={t('coverage.within_a_year')} note={t('coverage.within_a_year_note')}><CoverageChange page={page} /></Section>
    </>
  );
}
