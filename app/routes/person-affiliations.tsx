import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ErrorSummary } from '#app/form/error-summary';
import { SelectField, TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { useText } from '#app/languages/text';
import { affiliationInput } from '#app/members/people/input.server';
import { affiliatePerson } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { findPerson, organisationChoices } from '#app/members/people/queries.server';
import { coalitionsOverOrganisation } from '#app/members/people/roles/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'person:list', action: 'affiliation:add' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  permit(peoplePolicy.list, viewer, null);
  const person = await findPerson(viewer, params['id'] ?? '', { language: languageOf(request, viewer), now: context.now });
  if (person === undefined) throw notFound();
  return { id: person.id, name: person.name, organisations: await organisationChoices(viewer) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const person = await findPerson(viewer, params['id'] ?? '', { language, now: context.now });
  if (person === undefined) throw notFound();
  const reading = readForm(await fieldsOf(request), affiliationInput, language);
  if (!reading.ok) return reading.reply;
  const { organisation_id, title } = reading.value;
  const granted = permit(peoplePolicy.affiliate, viewer, { organisation_id, coalition_ids: await coalitionsOverOrganisation(organisation_id) });
  const result = await affiliatePerson(granted, occasionOf(context, reading.submission), { person_id: person.id, title });
  return result.ok ? redirect(paths.person(person.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function PersonAffiliations() {
  const { id, name, organisations } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ organisation_id: string; title: string }>({ lastResult });
  return (
    <>
      <Crumbs above={[{ href: paths.people, label: t('people.title'), current: false }, { href: paths.person(id), label: name, current: false }]} here={t('person.add_place')} />
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head tight title={t('person.add_place')} lede={name} />
      <form method="post" action={paths.personAffiliations(id)} className="flow">
        <FormKey />
        <SelectField name="organisation_id" width={30} label={t('people.organisation')} options={organisations} required errors={fields.organisation_id.errors} defaultValue={fields.organisation_id.initialValue} />
        <TextField name="title" width={30} label={t('people.job')} optional maxLength={200} errors={fields.title.errors} defaultValue={fields.title.initialValue} />
        <Button>{t('person.add_place')}</Button>
      </form>
    </>
  );
}
