import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { placeChoices } from '#app/commitments/choices.server';
import { Coverage } from '#app/countries/coverage';
import { byRegion, countryList } from '#app/countries/model';
import { listCountries } from '#app/countries/queries.server';
import { countryColumns } from '#app/countries/table';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatNumber } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { FilterSelect, Filters, ListSummary, NothingFound } from '#app/table/filters';
import { hrefOf, readState, valueOf, withFilter } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Downloads } from '#app/ui/downloads';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const state = readState(countryList, new URL(request.url).searchParams);
  const countries = await listCountries(viewer, state.filters, { language, now: context.now });
  const { regions, groups } = placeChoices(language);
  const t = textFor(language, 'countries');
  return { state, countries, choices: { region: regions, group: groups }, today: dayOf(context.now), title: t('list.title'), description: t('list.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Countries() {
  const { state, countries, choices, today, title, description } = useLoaderData<typeof loader>();
  const t = useText('countries');
  const { language } = useLocale();
  const path = paths.in(language).countries();
  const regions = byRegion(countries, language);
  const set = countryList.filters.flatMap((filter) => (state.filters[filter] ?? []).map((value) => ({
    what: choices[filter].find((one) => one.value === value)?.label ?? value, without: hrefOf(path, countryList, withFilter(state, filter, [])),
  })));
  return (
    <>
      <Head kick={t('list.as_of', { date: formatDate(language, today) })} title={title} lede={description} />
      <Filters action={path} label={t('list.filter')}>
        {countryList.filters.map((filter) => <FilterSelect key={filter} name={filter} label={t(`filter.${filter}`)} options={choices[filter]} value={valueOf(state, filter)} />)}
      </Filters>
      <ListSummary set={set} all={path}><strong>{t('list.found', { count: countries.length, shown: formatNumber(language, countries.length) })}</strong></ListSummary>
      {countries.length === 0 ? <NothingFound all={path} /> : <Section id="coverage" title={t('coverage.title')} note={t('coverage.note')}><Coverage regions={regions} /></Section>}
      {regions.map((region) => (
        <Section key={region.key} id={`region-${region.key === '' ? 'none' : region.key}`} wide title={region.name ?? t('list.no_region')} note={t('coverage.of_region', { promising: formatNumber(language, region.promising), total: formatNumber(language, region.countries.length) })}>
          <ListTable caption={t('list.caption', { region: region.name ?? t('list.no_region') })} columns={countryColumns} rows={region.countries} keyOf={(row) => row.iso2} t={t} />
        </Section>
      ))}
      <p className="meta">{t('list.money')} <a href={paths.in(language).methods()}>{t('list.how')}</a></p>
      <Downloads count={countries.length} csv={fileOf(hrefOf(path, countryList, state), 'csv')} xlsx={fileOf(hrefOf(path, countryList, state), 'xlsx')} json={fileOf(hrefOf(path, countryList, state), 'json')} />
    </>
  );
}
