import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { clausesOf, placeChoices } from '#app/commitments/choices.server';
import { whatInput, whatOf } from '#app/commitments/drafting/input.server';
import { saveWhat } from '#app/commitments/drafting/operations.server';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { SmartAdvice } from '#app/commitments/drafting/smart-advice';
import { StepFrame } from '#app/commitments/drafting/step-frame';
import { meanwhile, storedWhat, typedWhat } from '#app/commitments/drafting/values';
import { WhatForm } from '#app/commitments/drafting/what-form';
import { commitmentPolicy } from '#app/commitments/policy';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'commitment:edit', action: 'commitment:edit' } };

async function asked({ request, params, context }: { request: Request; params: LoaderFunctionArgs['params']; context: AppLoadContext }) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const draft = await findDraft(person, params['ref'] ?? '', { language, now: context.now });
  if (draft === undefined) throw notFound();
  return { person, language, draft, granted: permit(commitmentPolicy.edit, person, draft) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, language, draft } = await asked(args);
  return { draft, clauses: await clausesOf(person, draft, language), countries: placeChoices(language).countries };
}

export async function action(args: ActionFunctionArgs) {
  const { language, draft, granted } = await asked(args);
  const fields = await fieldsOf(args.request);
  const another = fields.has('another');
  const reading = readForm(fields, whatInput(fields.has('later') || another), language);
  if (!reading.ok) return reading.reply;
  const result = await saveWhat(granted, occasionOf(args.context, reading.submission), reading.version, whatOf(reading.value, draft.language));
  if (!result.ok) return reading.answer(result.problems);
  return redirect(fields.has('later') ? paths.my : another ? `${paths.commitmentStep(draft.ref, 'what')}#countries` : paths.commitmentStep(draft.ref, draft.facts.goals.length > 0 ? 'check' : 'measure'), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.draft.title);

export default function CommitmentWhat() {
  const { draft, clauses, countries } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  const stored = storedWhat(draft);
  return (
    <StepFrame step="what" draft={draft} title={t('form.what_title')} lede={t('form.what_lede')} last={last} advice={<SmartAdvice facts={draft.facts} />}>
      <WhatForm
        action={paths.commitmentStep(draft.ref, 'what')} value={typedWhat(last) ?? stored} stored={meanwhile(last, draft.version) ? stored : undefined} version={draft.version} last={last}
        clauses={clauses} countries={countries} leads={[]} places={[]} byCountry={draft.lead_country !== null}
      />
    </StepFrame>
  );
}
