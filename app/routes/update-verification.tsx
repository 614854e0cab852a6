import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { VerificationFields } from '#app/reporting/verification/fields';
import { ClaimActPage } from '#app/reporting/verification/act-page';
import { verificationInput } from '#app/reporting/verification/input.server';
import { verifyUpdate } from '#app/reporting/verification/operations.server';
import { claimPolicy } from '#app/reporting/verification/policy';
import { requireClaim } from '#app/reporting/verification/request.server';

export const handle = { access: { loader: 'update:verify', action: 'update:verify' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, language, claim } = await requireClaim(args);
  return { language, claim, granted: permit(claimPolicy.verify, viewer, claim) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { claim } = await asked(args);
  return { claim };
}

/** Says that somebody independent has looked, how, and what they found. */
export async function action(args: ActionFunctionArgs) {
  const { language, claim, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), verificationInput, language);
  if (!reading.ok) return reading.reply;
  const result = await verifyUpdate(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(`${paths.in(language).commitment(claim.ref)}#contests`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.claim.title);

export default function UpdateVerification() {
  const found = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <ClaimActPage act="verification" {...found} last={last}><VerificationFields claim={found.claim} last={last} /></ClaimActPage>;
}
