import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden, may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { problem } from '#app/access/result';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { begunWith } from '#app/commitments/about';
import { clauseChoices, placeChoices } from '#app/commitments/choices.server';
import { whatInput, whatOf } from '#app/commitments/drafting/input.server';
import { createDraft } from '#app/commitments/drafting/operations.server';
import { leadsFor, placeOfLead, placesFor } from '#app/commitments/drafting/queries.server';
import { SmartAdvice } from '#app/commitments/drafting/smart-advice';
import { StepFrame } from '#app/commitments/drafting/step-frame';
import { emptyWhat, typedWhat } from '#app/commitments/drafting/values';
import { WhatForm } from '#app/commitments/drafting/what-form';
import { commitmentPolicy } from '#app/commitments/policy';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'commitment:create', action: 'commitment:create' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const leads = await leadsFor(person, language);
  if (leads.length === 0) throw new Forbidden('commitment:create', 'access:reasons.not_your_role');
  const asked = new URL(request.url).searchParams;
  const [clauses, { countries }] = [await clauseChoices(person, language), placeChoices(language)];
  return {
    language, clauses, countries, about: begunWith(asked, clauses, countries), places: await placesFor(leads, { language, now: context.now }), leads: leads.map(({ key, name }) => ({ value: key, label: name })),
    origin: asked.get('origin') ?? '', lead: asked.get('lead') ?? '', title: textFor(language, 'commitments')('form.what_title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const fields = await fieldsOf(request);
  const unfinished = fields.has('later') || fields.has('another');
  const lead = String(fields.get('lead') ?? '');
  const coalition = fields.get('coalition');
  const named = typeof coalition === 'string' && coalition !== '' ? coalition : undefined;
  const place = await placeOfLead(lead, context.now, named);
  const granted = place !== undefined && may(commitmentPolicy.create, person, place).allowed ? permit(commitmentPolicy.create, person, place) : undefined;
  const reading = readForm(fields, whatInput(unfinished), language);
  if (!reading.ok) return reading.reply;
  if (granted === undefined) return reading.answer([place === undefined && named !== undefined ? problem('commitments:problems.coalition', 'coalition') : problem('commitments:problems.lead', 'lead')]);
  const result = await createDraft(granted, occasionOf(context, reading.submission), whatOf(reading.value, language));
  if (!result.ok) return reading.answer(result.problems);
  const { ref } = result.value;
  return redirect(fields.has('later') ? paths.my : paths.commitmentStep(ref, fields.has('another') ? 'what' : 'measure'), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

const nothing = { action: null, beneficiaries: 0, clauses: 0, pledges: 0, starts_on: null, goals: [] };

export default function NewCommitment() {
  const { language, leads, places, clauses, countries, about, origin, lead, title } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  const value = typedWhat(last) ?? emptyWhat(language, about, origin, lead);
  return (
    <StepFrame step="what" title={title} lede={t('form.what_lede')} last={last} advice={<SmartAdvice facts={nothing} />}>
      <WhatForm action={paths.newCommitment} value={value} stored={undefined} version={undefined} last={last} clauses={clauses} countries={countries} leads={leads} places={places} byCountry={leads.length === 1 && leads[0]?.value.startsWith('country:') === true} />
    </StepFrame>
  );
}
