import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { begunWith } from '#app/commitments/about';
import { placeChoices } from '#app/commitments/choices.server';
import { currencyCodes, planChoices, providersOf } from '#app/countries/choices.server';
import { OfferForm } from '#app/countries/offers/form';
import { newOfferInput } from '#app/countries/offers/input.server';
import { makeOffer } from '#app/countries/offers/operations.server';
import { offerPolicy } from '#app/countries/offers/policy';
import { takesOffers } from '#app/countries/requests/model';
import { findRequest } from '#app/countries/requests/queries.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'signed_in', action: 'offer:make' } };

/** Who asks, and the request that the address names; without one the offer is open. */
async function asked(request: Request, context: AppLoadContext) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const ref = new URL(request.url).searchParams.get('request');
  const found = ref === null ? null : await findRequest(viewer, ref, { language, now: context.now });
  if (found === undefined) throw notFound();
  return { viewer, language, found, about: found === null ? null : { id: found.id, country_iso2: found.country_iso2, open: takesOffers(found.state, found.deadline_on, dayOf(context.now)) } };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, found, about } = await asked(request, context);
  const providers = await providersOf(viewer, language);
  if (providers.length === 0) throw new Forbidden('offer:make', 'access:reasons.not_your_role');
  if (about?.open === false) throw new Forbidden('offer:make', 'countries:reasons.takes_no_offers');
  const [currencies, plan, { countries }] = [await currencyCodes(), await planChoices(language), placeChoices(language)];
  const t = textFor(language, 'countries');
  return {
    providers, currencies, today: dayOf(context.now), title: t(found === null ? 'offers.make_open' : 'offers.make'),
    open: found === null ? { ...plan, countries, about: begunWith(new URL(request.url).searchParams, plan.lines, countries) } : undefined,
    request: found === null ? null : { ref: found.ref, title: found.title, country: found.country },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer, language, about } = await asked(request, context);
  const reading = readForm(await fieldsOf(request), newOfferInput, language);
  if (!reading.ok) return reading.reply;
  const { provider, ...form } = reading.value;
  const subject = { provider_organisation_id: provider.organisation_id, provider_country_iso2: provider.country_iso2, request: about };
  const result = await makeOffer(permit(offerPolicy.make, viewer, subject), occasionOf(context, reading.submission), form);
  return result.ok ? redirect(paths.in(language).offer(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function NewOffer() {
  const { title, request, ...form } = useLoaderData<typeof loader>();
  const t = useText('countries');
  return (
    <>
      <Head title={title} lede={request === null ? t('offers.form.lede_open') : t('offers.form.lede', { title: request.title, country: request.country })} />
      <OfferForm action={paths.newOffer({ request: request?.ref })} last={useActionData<typeof action>()} {...form} />
    </>
  );
}
