import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { ReplyFields } from '#app/reporting/verification/fields';
import { ClaimActPage } from '#app/reporting/verification/act-page';
import { replyInput } from '#app/reporting/verification/input.server';
import { replyToContest } from '#app/reporting/verification/operations.server';
import { claimPolicy } from '#app/reporting/verification/policy';
import { openContest } from '#app/reporting/verification/queries.server';
import { requireClaim } from '#app/reporting/verification/request.server';

export const handle = { access: { loader: 'update:reply', action: 'update:reply' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, language, claim } = await requireClaim(args);
  return { language, claim, granted: permit(claimPolicy.reply, viewer, claim) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { claim, language } = await asked(args);
  return { claim, contest: await openContest(claim, { language, now: args.context.now }) };
}

/** Answers a contest. */
export async function action(args: ActionFunctionArgs) {
  const { language, claim, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), replyInput, language);
  if (!reading.ok) return reading.reply;
  const result = await replyToContest(granted, occasionOf(args.context, reading.submission), { ...reading.value, language });
  return result.ok ? redirect(`${paths.in(language).commitment(claim.ref)}#contests`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.claim.title);

export default function UpdateReply() {
  const found = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <ClaimActPage act="reply" {...found} last={last}><ReplyFields last={last} /></ClaimActPage>;
}
