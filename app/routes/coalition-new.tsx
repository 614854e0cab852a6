import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { holds, type PersonActor } from '#app/access/actor';
import { Forbidden, may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requireConfirmed } from '#app/accounts/viewer.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { freeSlug, nameCoalitions } from '#app/coalitions/queries.server';
import { placeChoices } from '#app/commitments/choices.server';
import { ErrorSummary } from '#app/form/error-summary';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FoundingCheck } from '#app/reporting/founding/check';
import { FoundingForm, type FoundingChoices } from '#app/reporting/founding/form';
import { foundingInput, foundingOf } from '#app/reporting/founding/input.server';
import { proposedCycle } from '#app/reporting/founding/model';
import { foundCoalition } from '#app/reporting/founding/operations.server';
import { foundingTemplate, previewOf } from '#app/reporting/founding/queries.server';
import { dayOf } from '#app/platform/clock';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'coalition:form', action: 'coalition:form' } };

/** The open coalitions under which this person may form one. */
async function parentsFor(person: PersonActor, language: FoundingChoices['language'], now: Date): Promise<FoundingChoices['parents']> {
  const open = (await nameCoalitions({ language, now })).filter(({ id, status, kind }) => status !== 'closed' && kind !== 'national' && may(coalitionPolicy.form, person, { parent_id: id }).allowed);
  if (open.length === 0) throw new Forbidden(coalitionPolicy.form.name, 'access:reasons.secretariat_only');
  return open.map(({ id, name }) => ({ value: id, label: name }));
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requireConfirmed(context, request);
  const language = languageOf(request, person);
  const [parents, template] = await Promise.all([parentsFor(person, language, context.now), foundingTemplate(person, language)]);
  const wanted = new URL(request.url).searchParams.get('parent');
  const parent = parents.find(({ value }) => value === wanted)?.value ?? parents[0]?.value;
  const namesLead = holds(person, ['secretariat_lead', 'platform_admin'], { coalition_id: parent });
  const choices: FoundingChoices = { ...template, parents, parent, language, namesLead, countries: placeChoices(language).countries, cycle: proposedCycle(dayOf(context.now)) };
  return { title: textFor(language, 'coalitions')('new.title'), choices };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requireConfirmed(context, request);
  const language = languageOf(request, person);
  const parents = await parentsFor(person, language, context.now);
  const fields = await fieldsOf(request);
  const step = fields.get('step');
  const reading = readForm(fields, foundingInput, language);
  if (!reading.ok) return data({ lastResult: reading.reply.data, check: undefined }, { status: 422 });
  const founding = foundingOf(reading.value);
  const granted = permit(coalitionPolicy.form, person, { parent_id: reading.value.parent_id });
  if (step === 'form') {
    const result = await foundCoalition(granted, occasionOf(context, reading.submission), await freeSlug(founding.country_iso2.toLowerCase()), founding);
    if (result.ok) return redirect(paths.in(language).coalition(result.value.slug), 303);
    return data({ lastResult: reading.answer(result.problems).data, check: undefined }, { status: 422 });
  }
  if (step === 'change') return data({ lastResult: reading.answer([]).data, check: undefined });
  const posted = [...fields].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('_') && name !== 'step' ? [[name, value] as const] : []));
  const parent = parents.find(({ value }) => value === reading.value.parent_id)?.label ?? '';
  return data({ lastResult: undefined, check: { preview: await previewOf(founding, await foundingTemplate(person, language), parent, language), posted } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => privateMeta(page?.title);

export default function CoalitionNew() {
  const { title, choices } = useLoaderData<typeof loader>();
  const t = useText('coalitions');
  const answer = useActionData<typeof action>();
  const check = answer?.check;
  return (
    <>
      <ErrorSummary errors={summaryOf(answer?.lastResult?.error ?? {})} />
      <Head title={check === undefined ? title : t('founding.check_title')} lede={t(check === undefined ? 'new.lede' : 'founding.check_lede')} />
      {check === undefined ? <FoundingForm choices={choices} last={answer?.lastResult} /> : <FoundingCheck {...check} />}
    </>
  );
}
