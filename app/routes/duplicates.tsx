import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Forbidden } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { RadioField } from '#app/form/choice-field';
import { TextField } from '#app/form/field';
import { textFor } from '#app/languages/catalogues.server';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { pairList } from '#app/members/duplicates/list';
import { decisions } from '#app/members/duplicates/model';
import { duplicatePolicy } from '#app/members/duplicates/policy';
import { listPairs, seesDuplicates } from '#app/members/duplicates/queries.server';
import { pairColumns } from '#app/members/duplicates/table';
import { duplicateReasons } from '#app/members/organisations/model';
import { paths } from '#app/paths';
import { FilterSelect, Filters, ListSummary, NothingFound } from '#app/table/filters';
import { hrefOf, readState, valueOf, withAfter, withFilter } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';

export const handle = { access: { loader: 'duplicate:decide' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  if (!seesDuplicates(person)) throw new Forbidden(duplicatePolicy.decide.name, 'access:reasons.secretariat_only');
  const language = languageOf(request, person);
  const state = readState(pairList, new URL(request.url).searchParams);
  return { state, page: await listPairs(person, state, language), title: textFor(language, 'members')('duplicates.desk') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Duplicates() {
  const { state, page, title } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const path = paths.duplicates();
  const reasons = duplicateReasons.map((value) => ({ value, label: t(`because.${value}`) }));
  const say = (filter: 'q' | 'reason', value: string) => (filter === 'q' ? t('filter.words', { words: value }) : (reasons.find((one) => one.value === value)?.label ?? value));
  const set = pairList.filters.flatMap((filter) => (state.filters[filter] ?? []).map((value) => ({ what: say(filter, value), without: hrefOf(path, pairList, withFilter(state, filter, [])) })));
  return (
    <>
      <Head title={title} lede={t('duplicates.desk_lede')} />
      <Filters action={path} label={t('duplicates.filter')}>
        <TextField name="q" type="search" label={t('filter.q')} defaultValue={valueOf(state, 'q')} />
        <FilterSelect name="reason" label={t('duplicates.because')} options={reasons} value={valueOf(state, 'reason')} />
      </Filters>
      <ListSummary set={set} all={path}><strong>{t('duplicates.found', { count: page.total.count, shown: formatNumber(language, page.total.count) })}</strong></ListSummary>
      {page.rows.length === 0 ? <NothingFound all={path} /> : (
        <form method="get" action={paths.duplicateDecisions}>
          <ListTable caption={t('duplicates.caption')} columns={pairColumns} rows={page.rows} keyOf={(row) => row.id} t={t} />
          <div className="flow measure pt-24">
            <RadioField name="decision" label={t('duplicates.chosen')} defaultValue="different" choices={decisions.map((value) => ({ value, label: t(`duplicates.decision.${value}`) }))} />
            <Button weight="second">{t('duplicates.preview')}</Button>
          </div>
        </form>
      )}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, pairList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, pairList, withAfter(state, page.next))}
      />
    </>
  );
}
