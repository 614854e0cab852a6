import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { findCoalition } from '#app/coalitions/queries.server';
import { placeChoices } from '#app/commitments/choices.server';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { MemberFilters, MemberSummary } from '#app/members/organisations/filter-form';
import { memberList } from '#app/members/organisations/list';
import { organisationPolicy } from '#app/members/organisations/policy';
import { listMembers } from '#app/members/organisations/queries.server';
import { memberColumns } from '#app/members/table';
import { fileOf, paths } from '#app/paths';
import { NothingFound } from '#app/table/filters';
import { hrefOf, readState, valueOf, withAfter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Downloads } from '#app/ui/downloads';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Pager } from '#app/ui/pager';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const view = { language, now: context.now };
  const state = readState(memberList, new URL(request.url).searchParams);
  const slug = valueOf(state, 'coalition');
  const [page, coalition] = await Promise.all([listMembers(viewer, state, view), slug === '' ? undefined : findCoalition(viewer, slug, view)]);
  const t = textFor(language, 'members');
  const mayRegister = may(organisationPolicy.register, viewer, { register: true }).allowed;
  return { state, page, coalition: coalition?.name, countries: placeChoices(language).countries, mayRegister, title: t('list.title'), description: t('list.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Members() {
  const { state, page, coalition, countries, mayRegister, title, description } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const to = paths.in(language);
  const path = to.members();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, memberList, withAfter(state, null)), kind);
  return (
    <>
      <Head title={title} lede={description}><ButtonLink weight="second" href={to.apply()}>{t('apply.title')}</ButtonLink>{mayRegister && <ButtonLink weight="second" href={paths.newMember}>{t('register.title')}</ButtonLink>}</Head>
      <MemberFilters state={state} countries={countries} />
      <MemberSummary state={state} countries={countries} total={page.total} coalition={coalition} />
      {page.rows.length === 0 ? (
        <NothingFound all={path} />
      ) : (
        <ListTable caption={t('list.caption')} columns={memberColumns} rows={page.rows} keyOf={(row) => row.id} t={t} sort={state.sort} hrefFor={(sort) => hrefOf(path, memberList, withSort(state, { by: 'name', descending: sort.descending }))} />
      )}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, memberList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, memberList, withAfter(state, page.next))}
      />
      <Downloads {...page.total} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
      <Links entries={[{ href: to.coalitions(), label: t('list.coalitions') }, { href: to.endorsements(), label: t('list.endorsements') }, { href: to.adherences(), label: t('adherences.title') }]} />
    </>
  );
}
