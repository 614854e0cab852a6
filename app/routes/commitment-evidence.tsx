import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { commitmentPolicy } from '#app/commitments/policy';
import { requireCommitment } from '#app/commitments/request.server';
import { ActPage } from '#app/commitments/review/act-page';
import { addEvidence } from '#app/commitments/operations.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { EvidenceFields } from '#app/records/evidence/form';
import { evidenceForm, evidenceInput } from '#app/records/evidence/input.server';

export const handle = { access: { loader: 'commitment:add_evidence', action: 'commitment:add_evidence' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireCommitment(args);
  return { ...found, granted: permit(commitmentPolicy.addEvidence, viewer, found.commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment } = await asked(args);
  return { commitment };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), evidenceInput, language);
  if (!reading.ok) return reading.reply;
  const result = await addEvidence(granted, occasionOf(args.context, reading.submission), await evidenceForm(reading.value));
  return result.ok ? redirect(`${paths.in(language).commitment(commitment.ref)}#evidence`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function CommitmentEvidence() {
  const { commitment } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return (
    <ActPage act="evidence" commitment={commitment} last={last} files>
      <EvidenceFields last={last} />
    </ActPage>
  );
}
