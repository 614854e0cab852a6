import { useForm } from '@conform-to/react';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { placeChoices } from '#app/commitments/choices.server';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { LikelyDuplicates } from '#app/members/duplicates/likely';
import { likelyDuplicates, type LikelyDuplicate } from '#app/members/duplicates/queries.server';
import { OrganisationFields, typedValues, type OrganisationValues } from '#app/members/organisations/form';
import { confirmationInput, organisationInput } from '#app/members/organisations/input.server';
import { registerOrganisation } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'organisation:register', action: 'organisation:register' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  permit(organisationPolicy.register, person, { register: true });
  const language = languageOf(request, person);
  return { title: textFor(language, 'members')('register.title'), countries: placeChoices(language).countries };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const granted = permit(organisationPolicy.register, person, { register: true });
  const language = languageOf(request, person);
  const fields = await fieldsOf(request);
  const reading = readForm(fields, organisationInput, language);
  const none: readonly LikelyDuplicate[] = [];
  if (!reading.ok) return data({ lastResult: reading.reply.data, likely: none }, { status: 422 });
  const asked = readForm(fields, confirmationInput, language);
  const seen = asked.ok && asked.value.confirmed ? asked.value.seen : [];
  const result = await registerOrganisation(granted, occasionOf(context, reading.submission), { ...reading.value, seen });
  if (result.ok) return redirect(paths.in(language).member(result.value.ref), 303);
  return data({ lastResult: reading.answer(result.problems).data, likely: await likelyDuplicates(database(), reading.value) }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => privateMeta(page?.title);

export default function MemberNew() {
  const { title, countries } = useLoaderData<typeof loader>();
  const t = useText('members');
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<Record<keyof OrganisationValues, string>>({ lastResult: answer?.lastResult });
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={title} lede={t('register.lede')} />
      <form method="post" action={paths.newMember} className="flow measure">
        <FormKey />
        <OrganisationFields value={typedValues(fields)} countries={countries} errors={(name) => form.allErrors[name]} />
        <LikelyDuplicates likely={answer?.likely ?? []} />
        <Button>{t('register.act')}</Button>
      </form>
    </>
  );
}
