import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden, may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { CoalitionFields } from '#app/coalitions/form';
import { nationalInput } from '#app/coalitions/input.server';
import { formCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { freeSlug, listCoalitions } from '#app/coalitions/queries.server';
import { placeChoices } from '#app/commitments/choices.server';
import { ErrorSummary } from '#app/form/error-summary';
import { SelectField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { languages, nativeNames } from '#app/languages/language';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'coalition:form', action: 'coalition:form' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const open = (await listCoalitions(person, { language, now: context.now })).filter(({ id, status }) => status !== 'closed' && may(coalitionPolicy.form, person, { parent_id: id }).allowed);
  if (open.length === 0) throw new Forbidden(coalitionPolicy.form.name, 'access:reasons.secretariat_only');
  const parents = open.map(({ id, name }) => ({ value: id, label: name }));
  const wanted = new URL(request.url).searchParams.get('parent');
  return {
    title: textFor(language, 'coalitions')('new.title'), language, parents, countries: placeChoices(language).countries,
    parent: parents.find(({ value }) => value === wanted)?.value ?? parents[0]?.value,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const reading = readForm(await fieldsOf(request), nationalInput, language);
  if (!reading.ok) return reading.reply;
  const { parent_id, country_iso2, name, mandate, language: written } = reading.value;
  const granted = permit(coalitionPolicy.form, person, { parent_id });
  const slug = await freeSlug(country_iso2.toLowerCase());
  const result = await formCoalition(granted, occasionOf(context, reading.submission), { slug, kind: 'national', country_iso2, texts: { [written]: { name, mandate } } });
  return result.ok ? redirect(paths.in(language).coalition(result.value.slug), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CoalitionNew() {
  const { title, language, parents, parent, countries } = useLoaderData<typeof loader>();
  const t = useText('coalitions');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ country_iso2: string; language: string; name: string; mandate: string; parent_id: string }>({ lastResult });
  const value = { name: fields.name.initialValue, mandate: fields.mandate.initialValue, parent_id: fields.parent_id.initialValue ?? parent };
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={title} lede={t('new.lede')} />
      <form method="post" action={paths.newCoalition()} className="flow measure">
        <FormKey />
        <SelectField name="country_iso2" label={t('form.country')} options={countries} defaultValue={fields.country_iso2.initialValue} errors={fields.country_iso2.errors} required />
        <SelectField name="language" label={t('form.language')} hint={t('form.language_hint')} options={languages.map((one) => ({ value: one, label: nativeNames[one] }))} defaultValue={fields.language.initialValue ?? language} errors={fields.language.errors} empty={null} required />
        <CoalitionFields value={value} parents={parents} errors={(name) => form.allErrors[name]} />
        <Button>{t('new.act')}</Button>
      </form>
    </>
  );
}
