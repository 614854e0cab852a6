import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { actInput } from '#app/commitments/review/input.server';
import { SafeguardActPage } from '#app/commitments/safeguards/act-page';
import { approveSafeguard } from '#app/commitments/safeguards/operations.server';
import { safeguardPolicy } from '#app/commitments/safeguards/policy';
import { safeguardRef } from '#app/commitments/safeguards/queries.server';
import { requireSafeguard } from '#app/commitments/safeguards/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'safeguard:approve', action: 'safeguard:approve' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireSafeguard(args);
  return { ...found, granted: permit(safeguardPolicy.approve, viewer, safeguardRef(found.commitment, found.safeguard)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, safeguard } = await asked(args);
  return { commitment, safeguard };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), actInput, language);
  if (!reading.ok) return reading.reply;
  const result = await approveSafeguard(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.safeguard(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function SafeguardApproval() {
  return <SafeguardActPage act="approval" {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
