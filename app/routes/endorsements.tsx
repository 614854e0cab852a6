import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countByVersion } from '#app/frameworks/endorsements/counts.server';
import { RegisterNotice } from '#app/frameworks/endorsements/register';
import { waitingRegister } from '#app/frameworks/endorsements/registers.server';
import { LedgerFilters } from '#app/frameworks/endorsements/ledger';
import { endorsementList } from '#app/frameworks/endorsements/list';
import { endorsementStatuses } from '#app/frameworks/endorsements/model';
import { maySomewhereDeclare } from '#app/frameworks/endorsements/policy';
import { capacitiesOf, listEndorsements } from '#app/frameworks/endorsements/queries.server';
import { ledgerColumns } from '#app/frameworks/endorsements/table';
import { placeChoices } from '#app/commitments/choices.server';
import { versionHref } from '#app/frameworks/addresses';
import { keepsTexts } from '#app/frameworks/policy';
import { declarationCode, linesOf } from '#app/frameworks/model';
import { clausesOf, findVersion } from '#app/frameworks/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { NothingFound } from '#app/table/filters';
import { hrefOf, readState, valueOf, withAfter, withSort } from '#app/table/state';
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
  const framework = valueOf(state, 'framework') || declarationCode;
  const version = await findVersion(viewer, framework, view);
  if (version === undefined) throw notFound();
  const [page, versions, clauses, capacities, waiting] = await Promise.all([
    listEndorsements(viewer, state, view), countByVersion(viewer, version.framework_id, view), clausesOf(viewer, version.id, view), capacitiesOf(viewer, framework, view), waitingRegister(viewer, framework),
  ]);
  const { regions, groups } = placeChoices(view.language);
  const t = textFor(view.language, 'frameworks');
  return {
    state, page, title: framework === declarationCode ? t('ledger.title') : t('ledger.title_of', { name: version.name }), description: t('ledger.lede'), declaration: version.name, above: versionHref(framework, undefined, view.language), may: maySomewhereDeclare(viewer), keeps: keepsTexts(viewer), waiting, framework, capacities, places: { regions, groups },
    statuses: viewer.kind === 'person' ? endorsementStatuses : (['published', 'withdrawn'] as const),
    versions: versions.map(({ number }) => number), clauses: linesOf(clauses).map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Endorsements() {
  const { state, page, title, description, declaration, above, may, keeps, waiting, framework, capacities, places, statuses, versions, clauses } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const { language } = useLocale();
  const path = paths.in(language).endorsements();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, endorsementList, withAfter(state, null)), kind);
  return (
    <>
      <Crumbs above={[{ href: above, label: declaration }]} here={title} />
      <Head tight title={title} lede={description}>
        {may && <ButtonLink weight="second" href={paths.newEndorsement(valueOf(state, 'framework'))}>{t('act.declare')}</ButtonLink>}
        {keeps && <a href={paths.endorsementReminders}>{t('remind.title')}</a>}
      </Head>
      <RegisterNotice waiting={waiting} framework={framework} />
      <LedgerFilters state={state} total={page.total} statuses={statuses} versions={versions} clauses={clauses} capacities={capacities} places={places} />
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
