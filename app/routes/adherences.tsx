import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { nameCoalitions } from '#app/coalitions/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { AdherenceFilters } from '#app/members/adherences/filter-form';
import { adherenceList } from '#app/members/adherences/list';
import { listAdherences, listInstruments } from '#app/members/adherences/queries.server';
import { adherenceColumns } from '#app/members/adherences/table';
import { fileOf, paths } from '#app/paths';
import { NothingFound } from '#app/table/filters';
import { hrefOf, readState, withAfter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Downloads } from '#app/ui/downloads';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Pager } from '#app/ui/pager';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const view = { language, now: context.now };
  const state = readState(adherenceList, new URL(request.url).searchParams);
  const [page, instruments, coalitions] = await Promise.all([listAdherences(viewer, state, view), listInstruments(view), nameCoalitions(view)]);
  const t = textFor(language, 'members');
  return { state, page, instruments, coalitions: coalitions.map(({ slug, name }) => ({ value: slug, label: name })), title: t('adherences.title'), description: t('adherences.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Adherences() {
  const { state, page, instruments, coalitions, title, description } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const path = paths.in(language).adherences();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, adherenceList, withAfter(state, null)), kind);
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).members(), label: t('list.title') }]} here={title} />
      <Head tight title={title} lede={description} />
      <AdherenceFilters state={state} instruments={instruments.map(({ code, name }) => ({ value: code, label: name }))} coalitions={coalitions} total={page.total} />
      {page.rows.length === 0 ? <NothingFound all={path} /> : (
        <ListTable caption={t('adherences.caption')} columns={adherenceColumns} rows={page.rows} keyOf={(row) => row.id} t={t} sort={state.sort} hrefFor={(sort) => hrefOf(path, adherenceList, withSort(state, { by: 'expires', descending: sort.descending }))} />
      )}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, adherenceList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, adherenceList, withAfter(state, page.next))}
      />
      <Downloads {...page.total} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
      <Section id="instruments" title={t('adherences.instruments')} note={t('adherences.instruments_note')}>
        <List>{instruments.map(({ code, name, summary, months }) => <Item key={code} title={name} note={t('adherences.months', { months })}><p>{summary}</p></Item>)}</List>
      </Section>
    </>
  );
}
