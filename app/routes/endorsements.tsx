import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countByVersion } from '#app/frameworks/endorsements/counts.server';
import { LedgerFilters } from '#app/frameworks/endorsements/ledger';
import { endorsementList } from '#app/frameworks/endorsements/list';
import { endorsementStatuses } from '#app/frameworks/endorsements/model';
import { maySomewhereDeclare } from '#app/frameworks/endorsements/policy';
import { listEndorsements } from '#app/frameworks/endorsements/queries.server';
import { ledgerColumns } from '#app/frameworks/endorsements/table';
import { declarationCode, linesOf } from '#app/frameworks/model';
import { clausesOf, findVersion } from '#app/frameworks/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { NothingFound } from '#app/table/filters';
import { hrefOf, readState, withAfter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Downloads } from '#app/ui/downloads';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const state = readState(endorsementList, new URL(request.url).searchParams);
  const version = await findVersion(viewer, declarationCode, view);
  if (version === undefined) throw notFound();
  const [page, versions, clauses] = await Promise.all([listEndorsements(viewer, state, view), countByVersion(viewer, version.framework_id), clausesOf(viewer, version.id, view)]);
  const t = textFor(view.language, 'frameworks');
  return {
    state, page, title: t('ledger.title'), description: t('ledger.lede'), declaration: version.name, may: maySomewhereDeclare(viewer),
    statuses: viewer.kind === 'person' ? endorsementStatuses : (['published', 'withdrawn'] as const),
    versions: versions.map(({ number }) => number), clauses: linesOf(clauses).map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Endorsements() {
  const { state, page, title, description, declaration, may, statuses, versions, clauses } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const { language } = useLocale();
  const path = paths.in(language).endorsements();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, endorsementList, withAfter(state, null)), kind);
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).declaration(), label: declaration }]} here={title} />
      <Head tight title={title} lede={description}>{may && <ButtonLink weight="second" href={paths.newEndorsement}>{t('act.declare')}</ButtonLink>}</Head>
      <LedgerFilters state={state} total={page.total} statuses={statuses} versions={versions} clauses={clauses} />
      {page.rows.length === 0 ? <NothingFound all={path} /> : (
        <ListTable
          caption={t('ledger.caption')} columns={ledgerColumns} rows={page.rows} keyOf={(row) => row.id} t={t}
          sort={state.sort} hrefFor={(sort) => hrefOf(path, endorsementList, withSort(state, { by: 'signed', descending: sort.descending }))}
        />
      )}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, endorsementList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, endorsementList, withAfter(state, page.next))}
      />
      <Downloads {...page.total} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
    </>
  );
}
