import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { measureInput, measureOf, targetYears } from '#app/commitments/drafting/input.server';
import { MeasureForm } from '#app/commitments/drafting/measure-form';
import { saveMeasure } from '#app/commitments/drafting/operations.server';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { SmartAdvice } from '#app/commitments/drafting/smart-advice';
import { StepFrame } from '#app/commitments/drafting/step-frame';
import { emptyGoal, meanwhile, storedMeasure, typedMeasure } from '#app/commitments/drafting/values';
import { commitmentPolicy } from '#app/commitments/policy';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'commitment:edit', action: 'commitment:edit' } };

async function asked({ request, params, context }: { request: Request; params: LoaderFunctionArgs['params']; context: AppLoadContext }) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const draft = await findDraft(person, params['ref'] ?? '', { language, now: context.now });
  if (draft === undefined) throw notFound();
  return { language, draft, granted: permit(commitmentPolicy.edit, person, draft) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { draft } = await asked(args);
  return { draft, years: targetYears(dayOf(args.context.now)), another: new URL(args.request.url).searchParams.has('another') };
}

export async function action(args: ActionFunctionArgs) {
  const { language, draft, granted } = await asked(args);
  const fields = await fieldsOf(args.request);
  const reading = readForm(fields, measureInput(dayOf(args.context.now), fields.has('later'), draft.goals), language);
  if (!reading.ok) return reading.reply;
  const result = await saveMeasure(granted, occasionOf(args.context, reading.submission), reading.version, measureOf(reading.value, draft.goals));
  if (!result.ok) return reading.answer(result.problems);
  if (fields.has('another')) return redirect(`${paths.commitmentStep(draft.ref, 'measure')}?another`, 303);
  return redirect(fields.has('later') ? paths.my : paths.commitmentStep(draft.ref, draft.facts.goals.length > 0 ? 'check' : 'money'), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.draft.title);

export default function CommitmentMeasure() {
  const { draft, years, another } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  const stored = storedMeasure(draft);
  const goals = stored.goals.length === 0 || another ? [...stored.goals, emptyGoal] : stored.goals;
  return (
    <StepFrame
      step="measure" draft={draft} title={t('form.measure_title')} lede={t('form.measure_lede')} last={last} advice={<SmartAdvice facts={draft.facts} />}
      back={{ href: paths.commitmentStep(draft.ref, 'what'), label: t('form.back', { step: t('steps.what') }) }}
    >
      <MeasureForm
        action={paths.commitmentStep(draft.ref, 'measure')} value={typedMeasure(last) ?? { ...stored, goals }} stored={meanwhile(last, draft.version) ? stored : undefined}
        version={draft.version} last={last} years={years} days={draft.goals.map(({ target_on }) => target_on)}
      />
    </StepFrame>
  );
}
