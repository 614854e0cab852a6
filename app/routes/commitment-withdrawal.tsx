import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { commitmentPolicy } from '#app/commitments/policy';
import { requireCommitment } from '#app/commitments/request.server';
import { ActPage } from '#app/commitments/review/act-page';
import { withdrawalInput } from '#app/commitments/review/input.server';
import { withdrawCommitment } from '#app/commitments/review/operations.server';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'commitment:withdraw', action: 'commitment:withdraw' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireCommitment(args);
  return { ...found, granted: permit(commitmentPolicy.withdraw, viewer, found.commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment } = await asked(args);
  return { commitment };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), withdrawalInput, language);
  if (!reading.ok) return reading.reply;
  const result = await withdrawCommitment(granted, occasionOf(args.context, reading.submission), reading.value.reason, reading.version);
  return result.ok ? redirect(paths.in(language).commitment(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function CommitmentWithdrawal() {
  const { commitment } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  return (
    <ActPage act="withdrawal" commitment={commitment} version={commitment.version} last={last}>
      <TextArea name="reason" label={t('withdrawal.reason')} hint={t('withdrawal.reason_hint')} rows={4} required errors={last?.error?.['reason'] ?? undefined} defaultValue={String(last?.initialValue?.['reason'] ?? '')} />
    </ActPage>
  );
}
