import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { aboutIn } from '#app/commitments/about';
import { clauseChoices, clauseGroups, listChoices, placeChoices } from '#app/commitments/choices.server';
import { FilterForm } from '#app/commitments/list/filter-form';
import { commitmentList, sortNamed } from '#app/commitments/list/model';
import { listCommitments, tallyCommitments } from '#app/commitments/list/queries.server';
import { Summary } from '#app/commitments/list/summary';
import { mayPromise } from '#app/commitments/policy';
import { commitmentColumns } from '#app/commitments/table';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { hrefOf, readState, withAfter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Downloads } from '#app/ui/downloads';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Pager } from '#app/ui/pager';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const state = readState(commitmentList, new URL(request.url).searchParams);
  const view = { language, now: context.now };
  const [page, tally, clauses, more] = await Promise.all([listCommitments(viewer, state, view), tallyCommitments(viewer, state.filters, view), clauseChoices(viewer, language), listChoices(viewer, view)]);
  const t = textFor(language, 'commitments');
  return { state, page, tally, choices: { ...placeChoices(language), ...more, clauses: clauseGroups(clauses) }, inside: viewer.kind === 'person', may: mayPromise(viewer), title: t('list.title'), description: t('list.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Commitments() {
  const { state, page, tally, choices, inside, may, title, description } = useLoaderData<typeof loader>();
  const t = useText('commitments');
  const mine = useText('records');
  const { language } = useLocale();
  const path = paths.in(language).commitments();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, commitmentList, withAfter(state, null)), kind);
  return (
    <>
      <Head title={title} lede={description}>
        {may ? <ButtonLink weight="second" href={paths.newCommitmentWith(aboutIn(state.filters))}>{mine('my.log_commitment')}</ButtonLink> : undefined}
      </Head>
      <FilterForm state={state} choices={choices} inside={inside} />
      <Summary state={state} tally={tally} choices={choices} />
      {page.rows.length === 0 ? (
        <Empty title={t('list.empty')}><p>{t('list.empty_hint')}</p></Empty>
      ) : (
        <ListTable
          caption={t('list.caption')} columns={commitmentColumns} rows={page.rows} keyOf={(row) => row.id} t={t}
          sort={state.sort} hrefFor={(sort) => hrefOf(path, commitmentList, withSort(state, { ...sort, by: sortNamed(sort.by) }))}
        />
      )}
      <Pager
        shown={page.rows.length} total={tally} first={state.after === null ? undefined : hrefOf(path, commitmentList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, commitmentList, withAfter(state, page.next))}
      />
      <Downloads count={tally.count} exact={tally.exact} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
      <Notice small title={t('list.two_marks')}>{t('list.two_marks_text')} <a href={paths.in(language).methods()}>{t('how_we_count')}</a></Notice>
    </>
  );
}
