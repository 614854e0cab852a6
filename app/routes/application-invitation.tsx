import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { LanguageField } from '#app/accounts/fields';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requireConfirmed } from '#app/accounts/viewer.server';
import { coalitionIdsAbove, coalitionsServedBy } from '#app/coalitions/queries.server';
import { placeChoices } from '#app/commitments/choices.server';
import { fieldIn } from '#app/form/act-page';
import { ErrorSummary } from '#app/form/error-summary';
import { TextArea } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { ApplicantFields } from '#app/members/applications/form';
import { invitationToJoinInput } from '#app/members/applications/input.server';
import { inviteToJoin } from '#app/members/applications/operations.server';
import { applicationPolicy } from '#app/members/applications/policy';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'application:invite', action: 'application:invite' } };

/** An invitation is an approval: who sends it has shown who they are. */
async function asked({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>) {
  const person = await requireConfirmed(context, request);
  const language = languageOf(request, person);
  const served = await coalitionsServedBy(person, { language, now: context.now });
  if (served.length === 0) throw new Forbidden(applicationPolicy.invite.name, 'access:reasons.secretariat_only');
  return { person, language, served };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, served } = await asked(args);
  return { title: textFor(language, 'members')('inviting.title'), coalitions: served.map(({ id, name }) => ({ value: id, label: name })), countries: placeChoices(language).countries };
}

export async function action(args: ActionFunctionArgs) {
  const { person, language } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), invitationToJoinInput, language);
  if (!reading.ok) return reading.reply;
  const { coalition_id } = reading.value;
  const granted = permit(applicationPolicy.invite, person, { coalition_id, above: await coalitionIdsAbove(coalition_id) });
  const result = await inviteToJoin(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.application(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function ApplicationInvitation() {
  const { title, coalitions, countries } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const last = useActionData<typeof action>();
  const field = fieldIn(last);
  return (
    <>
      <Crumbs above={[{ href: paths.applications, label: t('applications.title') }]} here={title} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={title} lede={t('inviting.lede')} />
      <form method="post" noValidate>
        <FormKey />
        <ApplicantFields last={last} coalitions={coalitions} coalition={coalitions[0]?.value} countries={countries} />
        <Section id="words" title={t('inviting.words')} note={t('inviting.words_note')}>
          <LanguageField defaultValue={field('language', language).defaultValue} />
          <TextArea {...field('note')} label={t('inviting.note')} rows={5} required maxLength={2000} />
          <div className="pt-8"><Button>{t('inviting.act')}</Button></div>
        </Section>
      </form>
    </>
  );
}
