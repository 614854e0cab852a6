import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { coalitionIdsAbove, coalitionsServedBy } from '#app/coalitions/queries.server';
import { ErrorSummary } from '#app/form/error-summary';
import { DateField, SelectField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { admissionInput } from '#app/members/memberships/input.server';
import { membershipCategories } from '#app/members/memberships/model';
import { admitMember } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { findOrganisation } from '#app/members/organisations/record/queries.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'membership:admit', action: 'membership:admit' } };

/** The person, the organisation, and the coalitions to which they may admit it. */
async function asked({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const view = { language, now: context.now };
  const [organisation, served] = await Promise.all([findOrganisation(person, params['ref'] ?? '', view), coalitionsServedBy(person, view)]);
  if (organisation === undefined) throw notFound();
  if (served.length === 0) throw new Forbidden(membershipPolicy.admit.name, 'access:reasons.secretariat_only');
  return { person, language, organisation, served };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, organisation, served } = await asked(args);
  const coalitions = served.map(({ id, name }) => ({ value: id, label: name }));
  return { title: textFor(language, 'members')('admission.of', { name: organisation.name }), ref: organisation.ref, coalitions, today: dayOf(args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { person, language, organisation } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), admissionInput, language);
  if (!reading.ok) return reading.reply;
  const { coalition_id, ...form } = reading.value;
  const granted = permit(membershipPolicy.admit, person, { coalition_id, organisation_id: organisation.id, above: await coalitionIdsAbove(coalition_id) });
  const result = await admitMember(granted, occasionOf(args.context, reading.submission), form);
  return result.ok ? redirect(paths.in(language).member(organisation.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MemberAdmission() {
  const { title, ref, coalitions, today } = useLoaderData<typeof loader>();
  const t = useText('members');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ coalition_id: string; category: string; joined_on: string }>({ lastResult });
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={title} lede={t('admission.lede')} />
      <form method="post" action={paths.memberAdmission(ref)} className="flow measure">
        <FormKey />
        <SelectField name="coalition_id" label={t('admission.coalition')} options={coalitions} defaultValue={fields.coalition_id.initialValue ?? (coalitions.length === 1 ? coalitions[0]?.value : undefined)} errors={fields.coalition_id.errors} required />
        <SelectField name="category" label={t('admission.category')} options={membershipCategories.map((value) => ({ value, label: t(`category.${value}`) }))} defaultValue={fields.category.initialValue ?? 'full'} errors={fields.category.errors} empty={null} required />
        <DateField name="joined_on" label={t('admission.joined_on')} defaultValue={fields.joined_on.initialValue ?? today} max={today} errors={fields.joined_on.errors} required />
        <Button>{t('admission.act')}</Button>
      </form>
    </>
  );
}
