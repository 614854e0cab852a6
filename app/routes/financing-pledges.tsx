import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { placeChoices } from '#app/commitments/choices.server';
import { counted, countedStandings } from '#app/commitments/list/model';
import { groupName } from '#app/commitments/marks';
import { Found } from '#app/financing/found';
import { reportingOf } from '#app/financing/money/reporting.server';
import { RateRule } from '#app/financing/money/show-in';
import { PledgeFilters } from '#app/financing/pledges/filter-form';
import { pledgeList, type PledgeFilter } from '#app/financing/pledges/list';
import { newMoneyAnswers, pledgeKinds, pledgeStatuses } from '#app/financing/pledges/model';
import { recordsSomewhere } from '#app/financing/pledges/policy';
import { pledgeListChoices } from '#app/financing/pledges/list-choices.server';
import { countedWords } from '#app/financing/pledges/marks';
import { countPledges, listPledges } from '#app/financing/pledges/queries.server';
import { pledgeTable } from '#app/financing/pledges/table';
import { codeLists, codeWords, dacWords, markerWords, regionWords } from '#app/financing/pledges/terms/codes';
import { namesOfParties } from '#app/financing/totals/queries.server';
import { throughWords } from '#app/frameworks/crosswalk/words';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { isDay } from '#app/platform/clock';
import { hrefOf, readState, withAfter, withSort } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Downloads } from '#app/ui/downloads';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const state = readState(pledgeList, new URL(request.url).searchParams);
  const { countries, regions, groups } = placeChoices(language);
  const reporting = await reportingOf(request);
  const view = { language, now: context.now, currency: reporting.currency };
  const rateless = state.filters.converted === undefined ? countPledges(viewer, { ...state.filters, converted: ['no'] }, view) : 0;
  const [page, unconverted, parties, own] = await Promise.all([listPledges(viewer, state, view), rateless, namesOfParties([...(state.filters.provider ?? []), ...(state.filters.recipient ?? [])], language), pledgeListChoices(viewer, view)]);
  const t = textFor(language, 'financing');
  const records = recordsSomewhere(viewer);
  return { state, page, unconverted, reporting, choices: { countries, regions, groups, ...own }, parties: Object.fromEntries(parties), records, title: t('pledges.title'), description: t('pledges.description') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

/** Values that have a word; any other is shown as it stands in the address. */
const worded: Readonly<Record<'status' | 'kind' | 'new_money', readonly string[]>> = { status: pledgeStatuses, kind: pledgeKinds, new_money: newMoneyAnswers };

export default function Pledges() {
  const { state, page, unconverted, reporting: { currency }, choices, parties, records, title, description } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const promises = useText('commitments');
  const frameworks = useText('frameworks');
  const { language } = useLocale();
  const path = paths.in(language).pledges();
  const file = (kind: 'csv' | 'xlsx' | 'json') => fileOf(hrefOf(path, pledgeList, withAfter(state, null)), kind);
  const say = (filter: PledgeFilter, value: string): string => {
    switch (filter) {
      case 'country': case 'region': case 'group': return [...choices.countries, ...choices.regions, ...choices.groups].find((one) => one.value === value)?.label ?? (value === 'none' ? t('home.no_country') : value);
      case 'status': case 'kind': case 'new_money': return worded[filter].includes(value) ? t(`${filter}.${value}`) : value;
      case 'converted': return t(value === 'no' ? 'filter.converted_no' : 'filter.converted_yes');
      case 'counted': return countedWords(value, t);
      case 'clause': return value === 'none' ? t('totals.no_clause') : value.split(':').at(-1) ?? value;
      case 'beneficiary': return groupName(value, language);
      case 'standing': return value === counted || countedStandings.some((one) => one === value) ? promises(`standing.${value}`) : value;
      case 'as_of': return isDay(value) ? promises('filter.as_of', { date: formatDate(language, value) }) : value;
      case 'through': return throughWords(value, frameworks);
      case 'provider': return parties[value] ?? value;
      case 'in': return value.toUpperCase() === currency ? t('currencies.shown_in', { currency }) : value;
      case 'recipient': return value === 'none' ? t('totals.nobody') : (parties[value] ?? regionWords(value, language));
      case 'sector': return dacWords(value, language);
      case 'aid_type': return codeWords(codeLists.aid_type, value, language);
      case 'marker': return markerWords(value, language);
      case 'q': return t('filter.words', { words: value });
      default: return value;
    }
  };
  return (
    <>
      <Head title={title} lede={description}>{records && <><ButtonLink weight="second" href={paths.newPledge()}>{t('pledges.record')}</ButtonLink> <ButtonLink weight="text" href={paths.fundingLinks()}>{t('links.title')}</ButtonLink></>}</Head>
      <PledgeFilters state={state} choices={choices} />
      <Found list="pledges" path={path} spec={pledgeList} state={state} total={page.total} say={say} />
      <RateRule left={{ count: unconverted, filters: state.filters }} />
      {page.rows.length === 0 ? (
        <Empty title={t('pledges.empty')}><p>{t('pledges.empty_hint')}</p></Empty>
      ) : (
        <ListTable
          caption={t('pledges.caption')} columns={pledgeTable(currency)} rows={page.rows} keyOf={(row) => row.id} t={t}
          sort={state.sort} hrefFor={(sort) => hrefOf(path, pledgeList, withSort(state, { by: 'announced', descending: sort.descending }))}
        />
      )}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, pledgeList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, pledgeList, withAfter(state, page.next))}
      />
      <Downloads {...page.total} csv={file('csv')} xlsx={file('xlsx')} json={file('json')} />
    </>
  );
}
