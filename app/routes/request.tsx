import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { offersOnRequest, pledgesFromRequest } from '#app/countries/offers/queries.server';
import { mayOfferOn } from '#app/countries/offers/policy';
import { actsOnRequest } from '#app/countries/requests/acts.server';
import { RequestDesk } from '#app/countries/requests/desk';
import { takesOffers } from '#app/countries/requests/model';
import { findRequest } from '#app/countries/requests/queries.server';
import { OffersSection, RequestChain, RequestFacts, RequestOpening } from '#app/countries/requests/record';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { ButtonLink } from '#app/ui/button';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const request = await findRequest(viewer, params['ref'] ?? '', view);
  if (request === undefined) throw notFound();
  const [offers, pledges] = await Promise.all([offersOnRequest(viewer, request.id, view), pledgesFromRequest(viewer, request.id, view)]);
  const open = takesOffers(request.state, request.deadline_on, dayOf(context.now));
  return {
    request, offers, pledges, acts: actsOnRequest(viewer, request), mayOffer: open && mayOfferOn(viewer, request.country_iso2),
    title: request.title, description: textFor(view.language, 'countries')('requests.description', { country: request.country }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function SupportRequest() {
  const { request, offers, pledges, acts, mayOffer } = useLoaderData<typeof loader>();
  const t = useText('countries');
  return (
    <>
      <RequestOpening request={request} />
      <RequestChain request={request} pledges={pledges} />
      <RequestDesk requestRef={request.ref} acts={acts} />
      <RequestFacts request={request} />
      <OffersSection offers={offers}>{mayOffer && <p className="pt-16"><ButtonLink href={paths.newOffer({ request: request.ref })}>{t('offers.make')}</ButtonLink></p>}</OffersSection>
    </>
  );
}
