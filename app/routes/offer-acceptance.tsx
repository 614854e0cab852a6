import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { errorsIn } from '#app/commitments/drafting/values';
import { ActPage } from '#app/countries/act-page';
import { countriesToAnswer } from '#app/countries/offers/answering.server';
import { askedOffer } from '#app/countries/offers/asked.server';
import { acceptanceInput } from '#app/countries/offers/input.server';
import { acceptOffer } from '#app/countries/offers/operations.server';
import { offerPolicy } from '#app/countries/offers/policy';
import { placeOfCountry } from '#app/countries/place.server';
import { SelectField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { countryName } from '#db/reference/countries';

export const handle = { access: { loader: 'offer:accept', action: 'offer:accept' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, language, record } = await askedOffer(args);
  const countries = await countriesToAnswer(viewer, record);
  if (countries.length === 0) throw new Forbidden('offer:accept', 'countries:reasons.coordinator_or_secretariat');
  return { record: { ref: record.ref, title: record.title }, countries: countries.map((iso2) => ({ value: iso2, label: countryName(iso2, language) })).toSorted((a, b) => a.label.localeCompare(b.label, language)) };
}

/** Whoever runs one country takes the offer for it; whoever runs several says for which. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, language, record } = await askedOffer(args);
  const reading = readForm(await fieldsOf(args.request), acceptanceInput, language);
  if (!reading.ok) return reading.reply;
  const place = await placeOfCountry(reading.value.country);
  if (place === undefined) throw notFound();
  const result = await acceptOffer(permit(offerPolicy.accept, viewer, { ...record, place }), occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.in(language).offer(record.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.record.title);

export default function OfferAcceptance() {
  const { record, countries } = useLoaderData<typeof loader>();
  const t = useText('countries');
  const last = useActionData<typeof action>();
  return (
    <ActPage of="offers" act="acceptance" record={record} last={last}>
      {countries.length === 1 ? <input type="hidden" name="country" value={countries[0]?.value} /> : <SelectField name="country" label={t('offers.form.accept_for')} options={countries} required width={30} errors={errorsIn(last)('country')} />}
    </ActPage>
  );
}
