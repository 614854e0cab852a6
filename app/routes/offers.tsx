import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { aboutIn } from '#app/commitments/about';
import { placeChoices } from '#app/commitments/choices.server';
import { planChoices } from '#app/countries/choices.server';
import { ListPage } from '#app/countries/list-page';
import { OfferFilters } from '#app/countries/offers/filter-form';
import { offerList } from '#app/countries/offers/list';
import { offersSomewhere } from '#app/countries/offers/policy';
import { listOffers } from '#app/countries/offers/queries.server';
import { offerTable } from '#app/countries/offers/table';
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
  const state = readState(offerList, new URL(request.url).searchParams);
  const [page, plan] = await Promise.all([listOffers(viewer, state, view), planChoices(view.language)]);
  const t = textFor(view.language, 'countries');
  return { state, page, plan, places: placeChoices(view.language), may: offersSomewhere(viewer), title: t('offers.title'), description: t('offers.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Offers() {
  const { state, page, plan, places, may, title, description } = useLoaderData<typeof loader>();
  const t = useText('countries');
  const to = paths.in(useLocale().language);
  return (
    <ListPage
      of="offers" path={to.offers()} spec={offerList} state={state} page={page} columns={offerTable} title={title} lede={description}
      beside={<>{may && <ButtonLink weight="second" href={paths.newOffer(aboutIn(state.filters))}>{t('offers.make_open')}</ButtonLink>}<a href={to.requests()}>{t('requests.title')}</a></>}
    >
      <OfferFilters state={state} plan={plan} places={places} />
    </ListPage>
  );
}
