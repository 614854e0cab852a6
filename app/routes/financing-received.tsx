import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Found } from '#app/financing/found';
import { ReceiptFilters } from '#app/financing/reconciliation/filter-form';
import { receiptList, type ReceiptFilter } from '#app/financing/reconciliation/list';
import { listReceipts, receiptParties, sumReceipts, tallyReceipts } from '#app/financing/reconciliation/queries.server';
import { receiptSums, receiptTable } from '#app/financing/reconciliation/table';
import { textFor } from '#app/languages/catalogues.server';
import { formatNumber } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { hrefOf, readState, withAfter, withFilter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Downloads } from '#app/ui/downloads';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';
import { Section } from '#app/ui/section';
import { Tally } from '#app/ui/tally';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const state = readState(receiptList, new URL(request.url).searchParams);
  const view = { language, now: context.now };
  const [page, sums, tally, parties] = await Promise.all([listReceipts(viewer, state, view), sumReceipts(viewer, state.filters, view), tallyReceipts(viewer, state.filters, view), receiptParties(viewer, view)]);
  const t = textFor(language, 'financing');
  return { state, page, sums, tally, parties, title: t('reconciliation.title'), description: t('reconciliation.description') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

/** Every payment with both figures: what its provider says was paid, what its receiver says arrived. */
export default function Received() {
  const { state, page, sums, tally, parties, title, description } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const path = to.received();
  const at = (next: typeof state) => hrefOf(path, receiptList, next);
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(at(withAfter(state, null)), kind);
  const say = (filter: ReceiptFilter, value: string): string => {
    if (filter === 'state') return t(`reconciliation.states.${value}`);
    return [...parties.providers, ...parties.receivers].find((one) => one.value === value)?.label ?? value;
  };
  return (
    <>
      <Crumbs above={[{ href: to.financing(), label: t('title') }]} here={title} />
      <Head tight title={title} lede={description} />
      <ReceiptFilters action={path} state={state} parties={parties} />
      <Found list="reconciliation" path={path} spec={receiptList} state={state} total={page.total} say={say} />
      <Tally label={t('transactions.state')} counts={tally.map((one) => ({ key: one.state, label: t(`reconciliation.states.${one.state}`), count: formatNumber(language, one.count), href: at(withFilter(state, 'state', [one.state])) }))} />
      {page.rows.length === 0 ? <Empty title={t('transactions.empty')}><p>{t('transactions.empty_hint')}</p></Empty> : (
        <ListTable
          caption={t('reconciliation.caption')} columns={receiptTable} rows={page.rows} keyOf={(row) => row.transaction_id} t={t}
          sort={state.sort} hrefFor={({ descending }) => at(withSort(state, { by: 'date', descending }))}
        />
      )}
      <Pager shown={page.rows.length} total={page.total} first={state.after === null ? undefined : at(withAfter(state, null))} next={page.next === null ? undefined : at(withAfter(state, page.next))} />
      <Downloads {...page.total} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
      {sums.length > 0 && (
        <Section id="sums" title={t('reconciliation.sums_caption')} note={t('reconciliation.sums_note')} wide>
          <ListTable caption={t('reconciliation.sums_caption')} columns={receiptSums(({ currency }) => at(withFilter(state, 'currency', [currency])))} rows={sums} keyOf={(row) => row.currency} t={t} />
        </Section>
      )}
    </>
  );
}
