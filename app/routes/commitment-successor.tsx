import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { requireCommitment } from '#app/commitments/request.server';
import { ActPage } from '#app/commitments/review/act-page';
import { actInput } from '#app/commitments/review/input.server';
import { startSuccessor } from '#app/commitments/succession/operations.server';
import { successionPolicy } from '#app/commitments/succession/policy';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'succession:start', action: 'succession:start' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireCommitment(args);
  return { ...found, granted: permit(successionPolicy.start, viewer, found.commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment } = await asked(args);
  return { commitment };
}

export async function action(args: ActionFunctionArgs) {
  const { language, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), actInput, language);
  if (!reading.ok) return reading.reply;
  const result = await startSuccessor(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.commitmentStep(result.value.ref, 'what'), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function CommitmentSuccessor() {
  const { commitment } = useLoaderData<typeof loader>();
  return <ActPage act="successor" commitment={commitment} last={useActionData<typeof action>()} />;
}
