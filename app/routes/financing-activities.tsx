import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { placeChoices } from '#app/commitments/choices.server';
import { ActivityFilters } from '#app/financing/activities/filter-form';
import { activityList, type ActivityFilter } from '#app/financing/activities/list';
import { listActivities } from '#app/financing/activities/queries.server';
import { activityTable } from '#app/financing/activities/table';
import { Found } from '#app/financing/found';
import { reportingOf } from '#app/financing/money/reporting.server';
import { RateRule } from '#app/financing/money/show-in';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { hrefOf, readState, withAfter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Downloads } from '#app/ui/downloads';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';
import { findCode } from '#db/reference/codes';
import { ACTIVITY_STATUSES } from '#db/reference/iati/activity-status';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const state = readState(activityList, new URL(request.url).searchParams);
  const reporting = await reportingOf(request);
  const page = await listActivities(await context.viewer(), state, { language, now: context.now, currency: reporting.currency });
  const t = textFor(language, 'financing');
  return { state, page, reporting, countries: placeChoices(language).countries, title: t('activities.title'), description: t('activities.description') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Activities() {
  const { state, page, reporting: { currency }, countries, title, description } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const path = to.activities();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, activityList, withAfter(state, null)), kind);
  const say = (filter: ActivityFilter, value: string): string => {
    if (filter === 'country') return countries.find((one) => one.value === value)?.label ?? value;
    if (filter === 'in') return value.toUpperCase() === currency ? t('currencies.shown_in', { currency }) : value;
    return filter === 'status' ? (findCode(ACTIVITY_STATUSES, value)?.name[language] ?? value) : t('filter.words', { words: value });
  };
  return (
    <>
      <Crumbs above={[{ href: to.financing(), label: t('title') }]} here={title} />
      <Head tight title={title} lede={description} />
      <ActivityFilters state={state} countries={countries} />
      <Found list="activities" path={path} spec={activityList} state={state} total={page.total} say={say} />
      <RateRule />
      {page.rows.length === 0 ? (
        <Empty title={t('activities.empty')}><p>{t('activities.empty_hint')}</p></Empty>
      ) : (
        <ListTable
          caption={t('activities.caption')} columns={activityTable(currency)} rows={page.rows} keyOf={(row) => row.id} t={t}
          sort={state.sort} hrefFor={(sort) => hrefOf(path, activityList, withSort(state, { by: 'identifier', descending: sort.descending }))}
        />
      )}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, activityList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, activityList, withAfter(state, page.next))}
      />
      <Downloads {...page.total} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
    </>
  );
}
