import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { versionHref } from '#app/frameworks/addresses';
import { spellVersion } from '#app/frameworks/coverage/question';
import { crosswalkList } from '#app/frameworks/crosswalk/list';
import { CrosswalkFilters, CrosswalkSide, Mappings } from '#app/frameworks/crosswalk/page';
import { crosswalkPage } from '#app/frameworks/crosswalk/page.server';
import { mappingPolicy } from '#app/frameworks/crosswalk/policy';
import { keepsTexts } from '#app/frameworks/policy';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { hrefOf, readState } from '#app/table/state';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Downloads } from '#app/ui/downloads';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Notice } from '#app/ui/notice';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const state = readState(crosswalkList, new URL(request.url).searchParams);
  const page = await crosswalkPage(viewer, state, view);
  if (page === undefined) throw notFound();
  const t = textFor(view.language, 'frameworks');
  return { state, page, keeps: keepsTexts(viewer), opens: may(mappingPolicy.history, viewer, { id: '' }).allowed, today: dayOf(context.now), title: t('crosswalk.title', { from: page.from.short_name, to: page.to.short_name }), description: t('crosswalk.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Crosswalk() {
  const { state, page, keeps, opens, today, title, description } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const { language } = useLocale();
  const { from, to, sides, mappings } = page;
  const path = paths.in(language).crosswalk();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, crosswalkList, state), kind);
  const named = [from, to].map((one) => `${one.short_name} (${t('versions.named', { number: one.number })})`);
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).frameworks(), label: t('list.title') }]} here={title} />
      <Head tight kick={[...named, t('coverage.as_of', { date: formatDate(language, today) })].join(' · ')} title={title} lede={description}>
        {keeps && sides.length > 0 && <ButtonLink weight="second" href={paths.newMapping({ from: spellVersion(from), to: spellVersion(to) })}>{t('crosswalk.add')}</ButtonLink>}
      </Head>
      <CrosswalkFilters page={page} />
      {sides.length === 0 ? <Notice title={t('crosswalk.same')}>{t('crosswalk.same_text')}</Notice> : (
        <>
          <div className="pt-16 pb-32"><Notice small title={t('crosswalk.apart')}>{t('crosswalk.apart_text')} {t('crosswalk.one_way')} <a href={`${paths.in(language).methods()}#clauses`}>{t('how_we_count')}</a></Notice></div>
          {sides.map((side, at) => <CrosswalkSide key={side.here.id} side={side} at={at} />)}
          <Mappings mappings={mappings} opens={opens} />
          <Downloads count={sides.reduce((sum, side) => sum + side.rows.length, 0)} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
          <Links entries={[from, to].filter(({ status }) => status !== 'draft').map((one) => ({ href: versionHref(one.framework, one.status === 'superseded' ? one.number : undefined, language), label: `${one.short_name} (${t('versions.named', { number: one.number })})` }))} />
        </>
      )}
    </>
  );
}
