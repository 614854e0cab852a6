import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { linkList, type LinkFilter } from '#app/financing/links/list';
import { linkKinds, linkStates } from '#app/financing/links/model';
import { linkDesk, linkPolicy } from '#app/financing/links/policy';
import { countLinks, listLinks } from '#app/financing/links/queries.server';
import { linkTable } from '#app/financing/links/table';
import { TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { textFor } from '#app/languages/catalogues.server';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters, FilterSelect, ListSummary, NothingFound } from '#app/table/filters';
import { hrefOf, readState, valueOf, withAfter, withFilter } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';
import { Tally } from '#app/ui/tally';

export const handle = { access: { loader: 'funding_link:list' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  permit(linkPolicy.list, viewer, linkDesk);
  const view = { language: languageOf(request, viewer), now: context.now };
  const state = readState(linkList, new URL(request.url).searchParams);
  const [page, counts] = await Promise.all([listLinks(viewer, state, view), countLinks(viewer, view)]);
  return { state, page, counts, searches: may(linkPolicy.search, viewer, linkDesk).allowed, title: textFor(view.language, 'financing')('links.title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function FundingLinks() {
  const { state, page, counts, searches, title } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const path = paths.fundingLinks();
  const to = paths.in(language);
  const { count } = page.total;
  const set = (['q', 'kind'] as const).flatMap((filter) => (state.filters[filter] ?? []).map((value) => ({
    what: filter === 'kind' && linkKinds.some((one) => one === value) ? t(`links.kind.${value}`) : value, without: hrefOf(path, linkList, withFilter<LinkFilter, 'proposed'>(state, filter, [])),
  })));
  return (
    <>
      <Crumbs above={[{ href: to.financing(), label: t('title') }]} here={title} />
      <Head tight title={title} lede={<>{t('links.lede')} <a href={`${to.methods()}#totals`}>{t('definitions')}</a></>}>
        {searches && <form method="post" action={paths.fundingLinkSearches}><FormKey /><Button weight="second">{t('links.search')}</Button></form>}
      </Head>
      <Tally label={t('links.tally')} counts={linkStates.map((one) => ({ key: one, label: t(`links.state.${one}`), count: formatNumber(language, counts[one]), href: hrefOf(path, linkList, withFilter<LinkFilter, 'proposed'>(state, 'state', [one])) }))} />
      <Filters action={path} label={t('links.filters')}>
        <TextField name="q" label={t('links.words')} type="search" width={20} defaultValue={valueOf(state, 'q')} />
        {valueOf(state, 'state') !== '' && <input type="hidden" name="state" value={valueOf(state, 'state')} />}
        <FilterSelect name="kind" label={t('pledge.kind')} options={linkKinds.map((value) => ({ value, label: t(`links.kind.${value}`) }))} value={valueOf(state, 'kind')} />
      </Filters>
      <ListSummary set={set} all={path}><strong>{t('links.found', { count, shown: formatNumber(language, count) })}</strong></ListSummary>
      {page.rows.length === 0 ? <NothingFound all={path} /> : <ListTable caption={t('links.caption')} columns={linkTable} rows={page.rows} keyOf={(row) => row.id} t={t} />}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, linkList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, linkList, withAfter(state, page.next))}
      />
    </>
  );
}
