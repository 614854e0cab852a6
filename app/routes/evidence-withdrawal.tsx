import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { takeBackEvidence } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { evidenceOf } from '#app/commitments/record/relations.server';
import { requireCommitment } from '#app/commitments/request.server';
import { ActPage } from '#app/commitments/review/act-page';
import { withdrawalInput } from '#app/commitments/review/input.server';
import { fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'commitment:take_back_evidence', action: 'commitment:take_back_evidence' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireCommitment(args);
  const granted = permit(commitmentPolicy.takeBackEvidence, viewer, found.commitment);
  const evidence = (await evidenceOf(found.commitment.id)).find(({ id, own, taken_back_on }) => id === args.params['id'] && own && taken_back_on === null);
  if (evidence === undefined) throw notFound();
  return { ...found, granted, evidence };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, evidence } = await asked(args);
  return { commitment: { ...commitment, title: evidence.title } };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted, evidence } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), withdrawalInput, language);
  if (!reading.ok) return reading.reply;
  const result = await takeBackEvidence(granted, occasionOf(args.context, reading.submission), evidence.id, reading.value.reason);
  return result.ok ? redirect(`${paths.in(language).commitment(commitment.ref)}#evidence`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function EvidenceWithdrawal() {
  const { commitment } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  return (
    <ActPage act="evidence_withdrawal" commitment={commitment} last={last}>
      <TextArea {...fieldIn(last)('reason')} label={t('withdrawal.reason')} hint={t('withdrawal.reason_hint')} rows={3} maxLength={2000} required />
    </ActPage>
  );
}
