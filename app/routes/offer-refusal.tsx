import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/countries/act-page';
import { askedOffer } from '#app/countries/offers/asked.server';
import { declineOffer } from '#app/countries/offers/operations.server';
import { offerPolicy } from '#app/countries/offers/policy';
import { placeOfCountry } from '#app/countries/place.server';
import { reasonInput } from '#app/countries/requests/input.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'offer:decline', action: 'offer:decline' } };

/** An offer is turned down where it is for one country alone: the country that is asked. */
async function asked(args: LoaderFunctionArgs) {
  const { viewer, language, record } = await askedOffer(args);
  const [country = ''] = record.countries;
  const place = (await placeOfCountry(country)) ?? { country_iso2: country, coalition_ids: [] };
  return { language, record, granted: permit(offerPolicy.decline, viewer, { ...record, place }) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { record } = await asked(args);
  return { record: { ref: record.ref, title: record.title } };
}

export async function action(args: ActionFunctionArgs) {
  const { language, record, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), reasonInput, language);
  if (!reading.ok) return reading.reply;
  const result = await declineOffer(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(language).offer(record.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.record.title);

export default function OfferRefusal() {
  const { record } = useLoaderData<typeof loader>();
  return <ActPage of="offers" act="refusal" record={record} last={useActionData<typeof action>()} reason />;
}
