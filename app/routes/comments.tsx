import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CommentFilters } from '#app/frameworks/consultations/comments/filter-form';
import { commentList } from '#app/frameworks/consultations/comments/list';
import { listComments } from '#app/frameworks/consultations/comments/queries.server';
import { commentColumns, deskColumns } from '#app/frameworks/consultations/comments/table';
import { consultedClauses, listConsultations } from '#app/frameworks/consultations/queries.server';
import { keepsTexts } from '#app/frameworks/policy';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { NothingFound } from '#app/table/filters';
import { hrefOf, readState, valueOf, withAfter } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Downloads } from '#app/ui/downloads';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const state = readState(commentList, new URL(request.url).searchParams);
  const [page, consultations] = await Promise.all([listComments(viewer, state, view), listConsultations(viewer, view)]);
  const named = consultations.find(({ ref }) => ref === valueOf(state, 'consultation'));
  const clauses = named === undefined ? [] : await consultedClauses(viewer, named, view);
  const t = textFor(view.language, 'frameworks');
  return {
    state, page, keeps: keepsTexts(viewer), clauses: clauses.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
    consultations: consultations.map(({ ref, name, number }) => ({ value: ref, label: `${ref} ${t('consultations.of', { name, number })}` })), title: t('comments.title'), description: t('comments.lede'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Comments() {
  const { state, page, keeps, clauses, consultations, title, description } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const path = to.comments();
  const named = valueOf(state, 'consultation');
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, commentList, withAfter(state, null)), kind);
  return (
    <>
      <Crumbs above={[{ href: to.consultations(), label: t('consultations.title') }, ...(named === '' ? [] : [{ href: to.consultation(named), label: named }])]} here={title} />
      <Head tight title={title} lede={description} />
      <CommentFilters state={state} consultations={consultations} clauses={clauses} total={page.total} keeps={keeps} />
      {page.rows.length === 0 ? <NothingFound all={path} /> : <ListTable caption={t('comments.caption')} columns={keeps ? deskColumns : commentColumns} rows={page.rows} keyOf={(row) => row.id} t={t} />}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, commentList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, commentList, withAfter(state, page.next))}
      />
      <Downloads {...page.total} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
    </>
  );
}
