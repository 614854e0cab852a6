import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { ContestFields } from '#app/reporting/verification/fields';
import { ClaimActPage } from '#app/reporting/verification/act-page';
import { contestInput } from '#app/reporting/verification/input.server';
import { contestUpdate } from '#app/reporting/verification/operations.server';
import { claimPolicy } from '#app/reporting/verification/policy';
import { requireClaim } from '#app/reporting/verification/request.server';

export const handle = { access: { loader: 'update:contest', action: 'update:contest' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, language, claim } = await requireClaim(args);
  return { language, claim, granted: permit(claimPolicy.contest, viewer, claim) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { claim } = await asked(args);
  return { claim };
}

/** Disputes what was accepted. */
export async function action(args: ActionFunctionArgs) {
  const { language, claim, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), contestInput, language);
  if (!reading.ok) return reading.reply;
  const result = await contestUpdate(granted, occasionOf(args.context, reading.submission), reading.version, { ...reading.value, language });
  return result.ok ? redirect(`${paths.in(language).commitment(claim.ref)}#contests`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.claim.title);

export default function UpdateContest() {
  const found = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <ClaimActPage act="contest" {...found} last={last}><ContestFields claim={found.claim} last={last} /></ClaimActPage>;
}
