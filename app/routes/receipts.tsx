import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { EvidenceField } from '#app/financing/reconciliation/act-page';
import { ReceiptFilters } from '#app/financing/reconciliation/filter-form';
import { receiptList } from '#app/financing/reconciliation/list';
import { listReceipts, receiptParties, tallyReceipts } from '#app/financing/reconciliation/queries.server';
import { boardRows, sidesOf } from '#app/financing/reconciliation/rights.server';
import { boardTable } from '#app/financing/reconciliation/table';
import { FormKey } from '#app/form/hidden';
import { textFor } from '#app/languages/catalogues.server';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { NothingFound } from '#app/table/filters';
import { hrefOf, readState, withAfter, withFilter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Button } from '#app/ui/button';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';
import { Tally } from '#app/ui/tally';

export const handle = { access: { loader: 'signed_in' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const query = new URL(request.url).searchParams;
  const state = readState(receiptList, query);
  const sides = sidesOf(viewer);
  const side = sides.find((one) => one === query.get('side')) ?? sides[0];
  const title = textFor(view.language, 'financing')('reconciliation.title');
  if (side === undefined) return { title, side, sides, state, rows: [], page: { next: null, total: { count: 0, exact: true } }, tally: [], parties: { providers: [], receivers: [] } };
  const [page, tally, parties] = await Promise.all([listReceipts(viewer, state, view, side), tallyReceipts(viewer, state.filters, view, side), receiptParties(viewer, view, side)]);
  return { title, side, sides, state, rows: await boardRows(viewer, page.rows), page: { next: page.next, total: page.total }, tally, parties };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

/** What was reported about those for whom the viewer speaks, and what is said about what they paid. */
export default function Receipts() {
  const { title, side, sides, state, rows, page, tally, parties } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  if (side === undefined) return <><Head title={title} /><Empty title={t('reconciliation.nobody')}><p>{t('reconciliation.nobody_hint')}</p></Empty></>;
  const path = paths.receipts({ side });
  const at = (next: typeof state) => withSide(hrefOf(paths.receipts(), receiptList, next), side);
  const ticks = rows.some(({ tickable }) => tickable);
  const table = (
    <ListTable caption={t('reconciliation.caption')} columns={boardTable} rows={rows} keyOf={(row) => row.transaction_id} t={t} kind="board" sort={state.sort} hrefFor={({ descending }) => at(withSort(state, { by: 'date', descending }))} />
  );
  return (
    <>
      <Head title={title} lede={t(`reconciliation.sides.${side}.lede`)} />
      {sides.length > 1 && <Tally label={t('reconciliation.side')} counts={sides.map((one) => ({ key: one, label: t(`reconciliation.sides.${one}.name`), count: one === side ? '✓' : '', href: paths.receipts({ side: one }) }))} />}
      <ReceiptFilters action={paths.receipts()} state={state} parties={parties} kept={{ side }} />
      <Tally label={t('transactions.state')} counts={tally.map((one) => ({ key: one.state, label: t(`reconciliation.states.${one.state}`), count: formatNumber(language, one.count), href: at(withFilter(state, 'state', [one.state])) }))} />
      {rows.length === 0 ? <NothingFound all={path} /> : ticks ? (
        <form method="post" action={paths.receiptConfirmations} noValidate>
          <FormKey />
          {table}
          <div className="flow measure pt-24">
            {side === 'others' && <EvidenceField last={undefined} />}
            <p className="small muted">{t('reconciliation.confirm_hint')}</p>
            <Button>{t('reconciliation.confirm_ticked')}</Button>
          </div>
        </form>
      ) : table}
      <Pager shown={rows.length} total={page.total} first={state.after === null ? undefined : at(withAfter(state, null))} next={page.next === null ? undefined : at(withAfter(state, page.next))} />
    </>
  );
}

const withSide = (href: string, side: string): string => `${href}${href.includes('?') ? '&' : '?'}side=${side}`;
