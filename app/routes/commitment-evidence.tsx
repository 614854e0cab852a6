import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { findCommitmentRef } from '#app/commitments/reference.server';
import { ActPage } from '#app/commitments/review/act-page';
import { addEvidence } from '#app/commitments/operations.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { EvidenceFields } from '#app/records/evidence/form';
import { evidenceForm, evidenceInput } from '#app/records/evidence/input.server';

export const handle = { access: { loader: 'commitment:add_evidence', action: 'commitment:add_evidence' } };

async function asked({ request, params, context }: { request: Request; params: LoaderFunctionArgs['params']; context: AppLoadContext }) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const commitment = await findCommitmentRef(person, params['ref'] ?? '', { language, now: context.now });
  if (commitment === undefined) throw notFound();
  return { language, commitment, granted: permit(commitmentPolicy.addEvidence, person, commitment) };
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
