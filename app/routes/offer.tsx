import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { actsOnOffer } from '#app/countries/offers/answering.server';
import { OfferDesk } from '#app/countries/offers/desk';
import { findOffer } from '#app/countries/offers/queries.server';
import { OfferChain, OfferFacts, OfferOpening } from '#app/countries/offers/record';
import { convertibleOf } from '#app/financing/pledges/from-offer/convertible.server';
import { conversionPolicy } from '#app/financing/pledges/from-offer/policy';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const offer = await findOffer(viewer, params['ref'] ?? '', view);
  if (offer === undefined) throw notFound();
  const convertible = viewer.kind === 'person' ? await convertibleOf(offer, undefined) : undefined;
  const mayConvert = convertible !== undefined && may(conversionPolicy.convert, viewer, convertible).allowed;
  return {
    offer, acts: viewer.kind === 'person' ? await actsOnOffer(viewer, offer, mayConvert) : [],
    title: offer.title, description: textFor(view.language, 'countries')('offers.description', { provider: offer.provider }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Offer() {
  const { offer, acts } = useLoaderData<typeof loader>();
  return (
    <>
      <OfferOpening offer={offer} />
      <OfferChain offer={offer} />
      <OfferDesk offerRef={offer.ref} acts={acts} />
      <OfferFacts offer={offer} />
    </>
  );
}
