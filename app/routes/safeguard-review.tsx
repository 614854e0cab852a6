import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { actInput } from '#app/commitments/review/input.server';
import { SafeguardActPage } from '#app/commitments/safeguards/act-page';
import { reviewSafeguard } from '#app/commitments/safeguards/operations.server';
import { safeguardPolicy } from '#app/commitments/safeguards/policy';
import { safeguardRef } from '#app/commitments/safeguards/queries.server';
import { requireSafeguard } from '#app/commitments/safeguards/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'safeguard:review', action: 'safeguard:review' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireSafeguard(args);
  return { ...found, granted: permit(safeguardPolicy.review, viewer, safeguardRef(found.commitment, found.safeguard)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, safeguard } = await asked(args);
  return { commitment, safeguard };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), actInput, language);
  if (!reading.ok) return reading.reply;
  const result = await reviewSafeguard(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.safeguard(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function SafeguardReview() {
  return <SafeguardActPage act="review" {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
