import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { AmendmentActPage } from '#app/commitments/amendments/act-page';
import { withdrawAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { requireAmendment } from '#app/commitments/amendments/request.server';
import { actInput } from '#app/commitments/review/input.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'amendment:withdraw', action: 'amendment:withdraw' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, decided, ...found } = await requireAmendment(args);
  return { ...found, granted: permit(amendmentPolicy.withdraw, viewer, decided) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, amendment } = await asked(args);
  return { commitment, amendment };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, amendment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), actInput, language);
  if (!reading.ok) return reading.reply;
  const result = await withdrawAmendment(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.amendment(commitment.ref, amendment.number), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function AmendmentWithdrawal() {
  return <AmendmentActPage act="withdrawal" {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
