import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { aboutIn } from '#app/commitments/about';
import { placeChoices } from '#app/commitments/choices.server';
import { planChoices } from '#app/countries/choices.server';
import { ListPage } from '#app/countries/list-page';
import { runsSomewhere } from '#app/countries/place';
import { RequestFilters } from '#app/countries/requests/filter-form';
import { requestList } from '#app/countries/requests/list';
import { listRequests } from '#app/countries/requests/queries.server';
import { requestTable } from '#app/countries/requests/table';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { readState } from '#app/table/state';
import { ButtonLink } from '#app/ui/button';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const state = readState(requestList, new URL(request.url).searchParams);
  const [page, plan] = await Promise.all([listRequests(viewer, state, view), planChoices(view.language)]);
  const t = textFor(view.language, 'countries');
  return { state, page, plan, places: placeChoices(view.language), may: runsSomewhere(viewer), inside: viewer.kind === 'person', title: t('requests.title'), description: t('requests.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Requests() {
  const { state, page, plan, places, may, inside, title, description } = useLoaderData<typeof loader>();
  const t = useText('countries');
  const to = paths.in(useLocale().language);
  return (
    <ListPage
      of="requests" path={to.requests()} spec={requestList} state={state} page={page} columns={requestTable} title={title} lede={description}
      beside={<>{may && <ButtonLink weight="second" href={paths.newRequest(aboutIn(state.filters))}>{t('requests.write')}</ButtonLink>}<a href={to.offers()}>{t('offers.title')}</a></>}
    >
      <RequestFilters state={state} plan={plan} places={places} inside={inside} />
    </ListPage>
  );
}
