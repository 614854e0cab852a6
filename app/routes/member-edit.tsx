import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { placeChoices } from '#app/commitments/choices.server';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey, Version } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { OrganisationFields, typedValues, type OrganisationValues } from '#app/members/organisations/form';
import { organisationInput } from '#app/members/organisations/input.server';
import { updateOrganisation } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { findOrganisation } from '#app/members/organisations/record/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'organisation:edit', action: 'organisation:edit' } };

/** The person, their language, the organisation, and the permission to change it. */
async function asked({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const organisation = await findOrganisation(person, params['ref'] ?? '', { language, now: context.now });
  if (organisation === undefined) throw notFound();
  return { language, organisation, granted: permit(organisationPolicy.edit, person, organisation) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, organisation } = await asked(args);
  const { ref, name, short_name, type_code, constituency, country_iso2, website, identifiers, version } = organisation;
  const value: OrganisationValues = { name, short_name: short_name ?? '', type_code: type_code ?? '', constituency: constituency ?? '', country_iso2: country_iso2 ?? '', website: website ?? '', identifier: identifiers.join(' ') };
  return { title: textFor(language, 'members')('edit.of', { name }), ref, version, value, countries: placeChoices(language).countries };
}

export async function action(args: ActionFunctionArgs) {
  const { language, organisation, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), organisationInput, language);
  if (!reading.ok) return reading.reply;
  const result = await updateOrganisation(granted, occasionOf(args.context, reading.submission), reading.version ?? 0, reading.value);
  return result.ok ? redirect(paths.in(language).member(organisation.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MemberEdit() {
  const { title, ref, version, value, countries } = useLoaderData<typeof loader>();
  const t = useText('members');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<Record<keyof OrganisationValues, string>>({ lastResult });
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={title} lede={t('edit.lede')} />
      <form method="post" action={paths.memberEdit(ref)} className="flow measure">
        <FormKey />
        <Version value={version} />
        <OrganisationFields value={lastResult?.initialValue == null ? value : typedValues(fields)} countries={countries} errors={(name) => form.allErrors[name]} />
        <Button>{t('edit.act')}</Button>
      </form>
    </>
  );
}
