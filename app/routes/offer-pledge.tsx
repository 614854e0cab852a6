import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { problem } from '#app/access/result';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/countries/act-page';
import { currencyCodes } from '#app/countries/choices.server';
import { askedOffer } from '#app/countries/offers/asked.server';
import { convertibleOf } from '#app/financing/pledges/from-offer/convertible.server';
import { ConversionFields } from '#app/financing/pledges/from-offer/form';
import { conversionInput } from '#app/financing/pledges/from-offer/input.server';
import { convertOffer } from '#app/financing/pledges/from-offer/operations.server';
import { conversionPolicy } from '#app/financing/pledges/from-offer/policy';
import { commitmentFor } from '#app/financing/pledges/place.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'offer:convert', action: 'offer:convert' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, record } = await askedOffer(args);
  const convertible = await convertibleOf(record, undefined);
  if (convertible === undefined) throw notFound();
  permit(conversionPolicy.convert, viewer, convertible);
  const { ref, title, amount, currency, kind } = record;
  return { record: { ref, title, amount, currency, kind }, currencies: await currencyCodes(), today: dayOf(args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, record } = await askedOffer(args);
  const reading = readForm(await fieldsOf(args.request), conversionInput, language);
  const asked = reading.ok ? (reading.value.commitment ?? null) : null;
  const commitment = await commitmentFor(viewer, asked, { language, now: args.context.now });
  const convertible = await convertibleOf(record, commitment);
  if (convertible === undefined) throw notFound();
  const granted = permit(conversionPolicy.convert, viewer, convertible);
  if (!reading.ok) return reading.reply;
  if (asked !== null && commitment === undefined) return reading.answer([problem('financing:problems.no_such_commitment', 'commitment')]);
  const result = await convertOffer(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(language).pledge(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.record.title);

export default function OfferPledge() {
  const { record, currencies, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <ActPage of="offers" act="pledge" record={record} last={last}><ConversionFields last={last} offer={record} currencies={currencies} today={today} /></ActPage>;
}
