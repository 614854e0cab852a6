import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { clauseChoices, clauseGroups, listChoices, placeChoices } from '#app/commitments/choices.server';
import { deskActs, mostAtOnce } from '#app/commitments/desk/model';
import { deskPolicy } from '#app/commitments/desk/policy';
import { deskFacts, tagsInUse } from '#app/commitments/desk/queries.server';
import { deskColumns } from '#app/commitments/desk/table';
import { FilterForm } from '#app/commitments/list/filter-form';
import { commitmentList, sortNamed } from '#app/commitments/list/model';
import { listCommitments, tallyCommitments } from '#app/commitments/list/queries.server';
import { Summary } from '#app/commitments/list/summary';
import { RadioField } from '#app/form/choice-field';
import { textFor } from '#app/languages/catalogues.server';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { NothingFound } from '#app/table/filters';
import { hrefOf, readState, withAfter, withSort, writeState } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';

export const handle = { access: { loader: 'commitment:desk' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  permit(deskPolicy.look, person, { desk: true });
  const view = { language: languageOf(request, person), now: context.now };
  const state = readState(commitmentList, new URL(request.url).searchParams);
  const [page, tally, clauses, more, tags] = await Promise.all([listCommitments(person, state, view), tallyCommitments(person, state.filters, view), clauseChoices(person, view.language), listChoices(person, view), tagsInUse(person)]);
  const facts = await deskFacts(person, page.rows.map(({ id }) => id));
  return {
    state, tally, tags, rows: page.rows.map((row) => ({ ...row, ...facts[row.id] })), next: page.next,
    choices: { ...placeChoices(view.language), ...more, clauses: clauseGroups(clauses) }, title: textFor(view.language, 'commitments')('desk_list.title'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CommitmentDesk() {
  const { state, tally, tags, rows, next, choices, title } = useLoaderData<typeof loader>();
  const t = useText('commitments');
  const { language } = useLocale();
  const path = paths.commitmentDesk();
  const found = formatNumber(language, tally.count);
  return (
    <>
      <Head title={title} lede={t('desk_list.lede')} />
      <FilterForm state={state} choices={choices} inside action={path} tags={tags} />
      <Summary state={state} tally={tally} choices={choices} at={path} />
      {rows.length === 0 ? <NothingFound all={path} /> : (
        <form method="get" action={paths.commitmentDeskAct('nudge')}>
          <ListTable
            caption={t('list.caption')} columns={deskColumns} rows={rows} keyOf={(row) => row.id} t={t}
            sort={state.sort} hrefFor={(sort) => hrefOf(path, commitmentList, withSort(state, { ...sort, by: sortNamed(sort.by) }))}
          />
          {[...writeState(commitmentList, withAfter(state, null))].map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)}
          <div className="flow measure pt-24">
            <RadioField
              name="which" label={t('desk_list.which')} defaultValue="chosen"
              choices={[{ value: 'chosen', label: t('desk_list.those_chosen') }, { value: 'all', label: t(tally.exact ? 'desk_list.all' : 'desk_list.all_more', { count: tally.count, shown: found }), hint: t('desk_list.limit', { limit: formatNumber(language, mostAtOnce) }) }]}
            />
            <div className="row">{deskActs.map((act) => <button key={act} className="btn btn--2" type="submit" formAction={paths.commitmentDeskAct(act)}>{t(`desk_list.act.${act}`)}</button>)}</div>
          </div>
        </form>
      )}
      <Pager
        shown={rows.length} total={tally} first={state.after === null ? undefined : hrefOf(path, commitmentList, withAfter(state, null))}
        next={next === null ? undefined : hrefOf(path, commitmentList, withAfter(state, next))}
      />
    </>
  );
}
