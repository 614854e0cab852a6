import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { GapEndPage } from '#app/commitments/gaps/act-page';
import { gapAnswerInput } from '#app/commitments/gaps/input.server';
import { endGap } from '#app/commitments/gaps/operations.server';
import { gapPolicy } from '#app/commitments/gaps/policy';
import { requireGap } from '#app/commitments/gaps/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'gap:close', action: 'gap:close' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, subject, ...found } = await requireGap(args);
  return { ...found, granted: permit(gapPolicy.close, viewer, subject) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, gap } = await asked(args);
  return { commitment, gap };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), gapAnswerInput, language);
  if (!reading.ok) return reading.reply;
  const result = await endGap(granted, occasionOf(args.context, reading.submission), 'closed', reading.value.answer);
  return result.ok ? redirect(paths.gaps(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function GapClosure() {
  return <GapEndPage act="closure" {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
