import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Found } from '#app/financing/found';
import { TrancheFilters } from '#app/financing/tranches/filter-form';
import { trancheList, type TrancheFilter } from '#app/financing/tranches/list';
import { trancheStates } from '#app/financing/tranches/model';
import { listTranches } from '#app/financing/tranches/queries.server';
import { trancheTable, yearTable } from '#app/financing/tranches/table';
import { plannedByYear, planningProviders } from '#app/financing/tranches/years.server';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { hrefOf, readState, withAfter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Downloads } from '#app/ui/downloads';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const state = readState(trancheList, new URL(request.url).searchParams);
  const view = { language, now: context.now };
  const [page, years, providers] = await Promise.all([listTranches(viewer, state, view), plannedByYear(viewer, state.filters, view), planningProviders(viewer, view)]);
  const t = textFor(language, 'financing');
  return { state, page, years, providers, today: dayOf(context.now), title: t('tranches.list'), description: t('tranches.description') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Tranches() {
  const { state, page, years, providers, today, title, description } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const to = paths.in(useLocale().language);
  const path = to.tranches();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, trancheList, withAfter(state, null)), kind);
  const say = (filter: TrancheFilter, value: string): string => {
    if (filter === 'provider') return providers.find((one) => one.value === value)?.label ?? value;
    return filter === 'status' && trancheStates.some((one) => one === value) ? t(`tranches.state.${value}`) : value;
  };
  return (
    <>
      <Crumbs above={[{ href: to.financing(), label: t('title') }]} here={title} />
      <Head tight title={title} lede={description} />
      <TrancheFilters state={state} providers={providers} />
      <Found list="tranches" path={path} spec={trancheList} state={state} total={page.total} say={say} />
      {page.rows.length === 0 ? (
        <Empty title={t('tranches.empty')}><p>{t('tranches.empty_hint')}</p></Empty>
      ) : (
        <ListTable
          caption={t('tranches.caption')} columns={trancheTable(today)} rows={page.rows} keyOf={(row) => row.id} t={t}
          sort={state.sort} hrefFor={(sort) => hrefOf(path, trancheList, withSort(state, { by: 'due', descending: sort.descending }))}
        />
      )}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, trancheList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, trancheList, withAfter(state, page.next))}
      />
      <Downloads {...page.total} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
      {years.length > 0 && (
        <Section id="years" title={t('tranches.years')} note={t('tranches.years_note')}>
          <ListTable
            caption={t('tranches.years_caption')} rows={years} keyOf={(row) => `${String(row.year)} ${row.currency}`} t={t}
            columns={yearTable(({ year, currency }) => hrefOf(path, trancheList, { ...state, after: null, filters: { ...state.filters, year: [String(year)], currency: [currency] } }))}
          />
        </Section>
      )}
    </>
  );
}
