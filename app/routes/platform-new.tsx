import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { placeChoices } from '#app/commitments/choices.server';
import { placeOfCountry } from '#app/countries/place.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { nominationInput } from '#app/registries/platforms/input.server';
import { NominationForm } from '#app/registries/platforms/nomination-form';
import { nominatePlatform } from '#app/registries/platforms/operations.server';
import { platformPolicy } from '#app/registries/platforms/policy';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { findCountry } from '#db/reference/countries';

export const handle = { access: { loader: 'platform:nominate', action: 'platform:nominate' } };

/** Whoever may nominate may for every country: it is the country that confirms. */
const placeFor = async (iso2: string) => (findCountry(iso2) === undefined ? undefined : await placeOfCountry(iso2)) ?? { country_iso2: iso2, coalition_ids: [] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const country = new URL(request.url).searchParams.get('country') ?? undefined;
  permit(platformPolicy.nominate, viewer, await placeFor(country ?? ''));
  return { countries: placeChoices(language).countries, country, title: textFor(language, 'registries')('nominate') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const fields = await fieldsOf(request);
  const granted = permit(platformPolicy.nominate, viewer, await placeFor(String(fields.get('country') ?? '')));
  const reading = readForm(fields, nominationInput, language);
  if (!reading.ok) return reading.reply;
  const result = await nominatePlatform(granted, occasionOf(context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(language).platform(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function NewPlatform() {
  const { title, countries, country } = useLoaderData<typeof loader>();
  const t = useText('registries');
  const to = paths.in(useLocale().language);
  return (
    <>
      <Crumbs above={[{ href: to.platforms(), label: t('title') }]} here={title} />
      <Head tight title={title} lede={t('nomination.lede')} />
      <NominationForm last={useActionData<typeof action>()} countries={countries} country={country} />
    </>
  );
}
