import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { placeChoices } from '#app/commitments/choices.server';
import { nowhere } from '#app/commitments/list/model';
import { Found } from '#app/financing/found';
import { reportingOf } from '#app/financing/money/reporting.server';
import { RateRule } from '#app/financing/money/show-in';
import { TransactionFilters } from '#app/financing/transactions/filter-form';
import { transactionList, type TransactionFilter } from '#app/financing/transactions/list';
import { typeName } from '#app/financing/transactions/model';
import { listTransactions, sumTransactions, type TransactionSum } from '#app/financing/transactions/queries.server';
import { sumTable, transactionTable } from '#app/financing/transactions/table';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { hrefOf, readState, withAfter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
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
  const state = readState(transactionList, new URL(request.url).searchParams);
  const reporting = await reportingOf(request);
  const view = { language, now: context.now, currency: reporting.currency };
  const [page, sums] = await Promise.all([listTransactions(viewer, state, view), sumTransactions(viewer, state.filters, view)]);
  const t = textFor(language, 'financing');
  return { state, page, reporting, sums, countries: placeChoices(language).countries, title: t('transactions.title'), description: t('transactions.description') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Transactions() {
  const { state, page, reporting: { currency }, sums, countries, title, description } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const path = to.transactions();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, transactionList, withAfter(state, null)), kind);
  const rowsOf = ({ type_code, currency: own }: TransactionSum) => hrefOf(path, transactionList, { ...state, after: null, filters: { ...state.filters, type: [type_code ?? nowhere], currency: [own] } });
  const say = (filter: TransactionFilter, value: string): string => {
    switch (filter) {
      case 'type': return value === nowhere ? t('unknown') : typeName(value, language);
      case 'country': return countries.find((one) => one.value === value)?.label ?? value;
      case 'belongs': return value === 'pledges' || value === 'activities' ? t(`filter.${value}`) : value;
      case 'explained': return t('filter.explained_yes');
      case 'converted': return t(value === 'no' ? 'filter.converted_no' : 'filter.converted_yes');
      case 'in': return value.toUpperCase() === currency ? t('currencies.shown_in', { currency }) : value;
      default: return value;
    }
  };
  return (
    <>
      <Crumbs above={[{ href: to.financing(), label: t('title') }]} here={title} />
      <Head tight title={title} lede={description}><ButtonLink weight="text" href={to.tranches()}>{t('tranches.list')}</ButtonLink></Head>
      <TransactionFilters state={state} countries={countries} />
      <Found list="transactions" path={path} spec={transactionList} state={state} total={page.total} say={say} />
      <RateRule />
      {page.rows.length === 0 ? (
        <Empty title={t('transactions.empty')}><p>{t('transactions.empty_hint')}</p></Empty>
      ) : (
        <ListTable
          caption={t('transactions.caption')} columns={transactionTable(currency)} rows={page.rows} keyOf={(row) => row.id} t={t}
          sort={state.sort} hrefFor={(sort) => hrefOf(path, transactionList, withSort(state, { by: 'date', descending: sort.descending }))}
        />
      )}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, transactionList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, transactionList, withAfter(state, page.next))}
      />
      <p className="small"><a href={to.received()}>{t('reconciliation.title')}</a></p>
      <Downloads {...page.total} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
      {sums.length > 0 && (
        <Section id="sums" title={t('transactions.sums')} note={t('transactions.sums_note')}>
          <ListTable caption={t('transactions.sums_caption')} columns={sumTable(currency, rowsOf)} rows={sums} keyOf={(row) => `${row.type_code ?? ''} ${row.currency}`} t={t} />
        </Section>
      )}
    </>
  );
}
