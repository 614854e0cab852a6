import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { begunWith } from '#app/commitments/about';
import { currencyCodes, planChoices } from '#app/countries/choices.server';
import { countriesRunBy, placeOfCountry } from '#app/countries/place.server';
import { RequestForm } from '#app/countries/requests/form';
import { newRequestInput } from '#app/countries/requests/input.server';
import { writeRequest } from '#app/countries/requests/operations.server';
import { requestPolicy } from '#app/countries/requests/policy';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { Head } from '#app/ui/head';
import { countryName } from '#db/reference/countries';

export const handle = { access: { loader: 'signed_in', action: 'request:write' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const run = await countriesRunBy(viewer);
  if (run.length === 0) throw new Forbidden('request:write', 'countries:reasons.coordinator_or_secretariat');
  const [plan, currencies] = await Promise.all([planChoices(language), currencyCodes()]);
  const countries = run.map((iso2) => ({ value: iso2, label: countryName(iso2, language) })).toSorted((a, b) => a.label.localeCompare(b.label, language));
  return {
    countries, about: begunWith(new URL(request.url).searchParams, plan.lines, countries), choices: { ...plan, currencies }, today: dayOf(context.now),
    title: textFor(language, 'countries')('requests.write'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const fields = await fieldsOf(request);
  const asked = String(fields.get('country') ?? '');
  const place = /^[A-Z]{2}$/.test(asked) ? await placeOfCountry(asked) : undefined;
  const granted = place === undefined ? undefined : permit(requestPolicy.write, viewer, place);
  const reading = readForm(fields, newRequestInput, language);
  if (!reading.ok) return reading.reply;
  if (granted === undefined) throw notFound();
  const result = await writeRequest(granted, occasionOf(context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(language).request(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function NewRequest() {
  const { title, ...form } = useLoaderData<typeof loader>();
  const t = useText('countries');
  return (
    <>
      <Head title={title} lede={t('requests.form.lede')} />
      <RequestForm action={paths.newRequest()} last={useActionData<typeof action>()} {...form} />
    </>
  );
}
