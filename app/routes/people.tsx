import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { LanguageField, MailField, NameField } from '#app/accounts/fields';
import { invitePerson } from '#app/accounts/invitations/operations.server';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { placeChoices } from '#app/commitments/choices.server';
import { ErrorSummary } from '#app/form/error-summary';
import { SelectField, TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { invitationInput } from '#app/members/people/input.server';
import { peoplePolicy } from '#app/members/people/policy';
import { PeopleFilters, PeopleSummary } from '#app/members/people/list/filter-form';
import { peopleList } from '#app/members/people/list/model';
import { listPeople } from '#app/members/people/list/queries.server';
import { peopleColumns } from '#app/members/people/list/table';
import { coalitionChoices, organisationChoices } from '#app/members/people/queries.server';
import { coalitionsOverOrganisation } from '#app/members/people/roles/queries.server';
import { paths } from '#app/paths';
import { isId } from '#app/platform/identity';
import { NothingFound } from '#app/table/filters';
import { hrefOf, readState, withAfter } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'person:list', action: 'person:invite' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  permit(peoplePolicy.list, person, null);
  const language = languageOf(request, person);
  const state = readState(peopleList, new URL(request.url).searchParams);
  const [page, organisations, coalitions] = await Promise.all([
    listPeople(person, state.filters, { language, now: context.now, after: state.after }), organisationChoices(person), coalitionChoices(language),
  ]);
  const placeless = may(peoplePolicy.invite, person, { organisation_id: null, coalition_ids: [] }).allowed;
  return { title: textFor(language, 'accounts')('people.title'), state, page, organisations, coalitions, countries: placeChoices(language).countries, invites: placeless || organisations.length > 0, placeless };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const fields = await fieldsOf(request);
  const asked = fields.get('organisation_id');
  const organisation_id = typeof asked === 'string' && isId(asked) ? asked : null;
  const place = { organisation_id, coalition_ids: await coalitionsOverOrganisation(organisation_id) };
  const granted = permit(peoplePolicy.invite, person, place);
  const reading = readForm(fields, invitationInput, languageOf(request, person));
  if (!reading.ok) return reading.reply;
  const { name, mail, language, title } = reading.value;
  const result = await invitePerson(granted, occasionOf(context, reading.submission), { name, mail, language, title, time_zone: person.time_zone, publish_name: false });
  return result.ok ? redirect(paths.person(result.value.person_id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function People() {
  const { state, page, organisations, coalitions, countries, invites, placeless } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const { language } = useLocale();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ name: string; mail: string; language: string; organisation_id: string; title: string }>({ lastResult });
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={t('people.title')} lede={t('people.lede')} />
      <PeopleFilters state={state} countries={countries} coalitions={coalitions} />
      <PeopleSummary state={state} total={page.total} countries={countries} coalitions={coalitions} />
      {page.rows.length === 0 ? <NothingFound all={paths.people} /> : <ListTable caption={t('people.caption')} columns={peopleColumns} rows={page.rows} keyOf={(row) => row.id} t={t} />}
      <Pager shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(paths.people, peopleList, withAfter(state, null))} next={page.next === null ? undefined : hrefOf(paths.people, peopleList, withAfter(state, page.next))} />
      {invites && (
        <Section id="invite" title={t('people.invite')} note={t('people.invite_note')}>
          <form method="post" action={paths.people} className="flow">
            <FormKey />
            <NameField errors={fields.name.errors} defaultValue={fields.name.initialValue} autoComplete="off" />
            <MailField errors={fields.mail.errors} defaultValue={fields.mail.initialValue} autoComplete="off" />
            <LanguageField errors={fields.language.errors} defaultValue={fields.language.initialValue ?? language} />
            <SelectField name="organisation_id" width={30} label={t('people.organisation')} optional={placeless} errors={fields.organisation_id.errors} defaultValue={fields.organisation_id.initialValue} options={organisations} {...(placeless ? { empty: t('people.none') } : {})} />
            <TextField name="title" width={30} label={t('people.job')} optional errors={fields.title.errors} defaultValue={fields.title.initialValue} maxLength={200} />
            <Button>{t('people.send')}</Button>
          </form>
        </Section>
      )}
    </>
  );
}
