import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { placeChoices } from '#app/commitments/choices.server';
import { IndicatorFilters } from '#app/countries/indicators/filter-form';
import { indicatorList } from '#app/countries/indicators/list';
import { listIndicators } from '#app/countries/indicators/queries.server';
import { indicatorTable } from '#app/countries/indicators/table';
import { ListPage } from '#app/countries/list-page';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale } from '#app/languages/text';
import { paths } from '#app/paths';
import { readState } from '#app/table/state';
import { INDICATORS } from '#db/reference/indicators';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const state = readState(indicatorList, new URL(request.url).searchParams);
  const page = await listIndicators(await context.viewer(), state, view);
  const t = textFor(view.language, 'countries');
  return {
    state, page, places: placeChoices(view.language), indicators: INDICATORS.map(({ code, name }) => ({ value: code, label: `${name[view.language]} (${code})` })),
    title: t('indicators.title'), description: t('indicators.lede'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Indicators() {
  const { state, page, places, indicators, title, description } = useLoaderData<typeof loader>();
  return (
    <ListPage of="indicators" path={paths.in(useLocale().language).indicators()} spec={indicatorList} state={state} page={page} columns={indicatorTable} title={title} lede={description}>
      <IndicatorFilters state={state} indicators={indicators} places={places} />
    </ListPage>
  );
}
