import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/countries/act-page';
import { askedOffer } from '#app/countries/offers/asked.server';
import { withdrawOffer } from '#app/countries/offers/operations.server';
import { offerPolicy } from '#app/countries/offers/policy';
import { pressed } from '#app/countries/requests/input.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'offer:withdraw', action: 'offer:withdraw' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, record } = await askedOffer(args);
  permit(offerPolicy.withdraw, viewer, record);
  return { record: { ref: record.ref, title: record.title } };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, record } = await askedOffer(args);
  const granted = permit(offerPolicy.withdraw, viewer, record);
  const reading = readForm(await fieldsOf(args.request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await withdrawOffer(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.in(language).offer(record.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.record.title);

export default function OfferWithdrawal() {
  const { record } = useLoaderData<typeof loader>();
  return <ActPage of="offers" act="withdrawal" record={record} last={useActionData<typeof action>()} />;
}
