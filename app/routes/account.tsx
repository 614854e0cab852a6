import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { ProfileFields } from '#app/accounts/fields';
import { findAccount } from '#app/accounts/queries.server';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { zonesWith } from '#app/accounts/zones.server';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { profileInput } from '#app/members/people/input.server';
import { updateProfile } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'signed_in', action: 'person:update' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const account = await findAccount(person.id);
  const saved = new URL(request.url).searchParams.has('saved');
  return { title: textFor(languageOf(request, person), 'accounts')('account.title'), account, saved, zones: zonesWith(account.time_zone) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const granted = permit(peoplePolicy.update, person, { id: person.id });
  const reading = readForm(await fieldsOf(request), profileInput, languageOf(request, person));
  if (!reading.ok) return reading.reply;
  const result = await updateProfile(granted, occasionOf(context, reading.submission), reading.value);
  return result.ok ? redirect(`${paths.account}?saved`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Account() {
  const { account, saved, zones } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ name: string; language: string; time_zone: string; publish_name: string }>({ lastResult });
  const typed = lastResult?.initialValue == null ? account : { name: fields.name.initialValue, language: fields.language.initialValue, time_zone: fields.time_zone.initialValue, publish_name: fields.publish_name.initialValue };
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={t('account.title')} lede={account.mail === null ? undefined : <span className="ltr">{account.mail}</span>} />
      {saved && <Notice role="status">{t('account.saved')}</Notice>}
      <Section id="profile" title={t('account.profile')} note={t('account.profile_note')}>
        <form method="post" action={paths.account} className="flow">
          <FormKey />
          <ProfileFields value={typed} zones={zones} errors={(name) => form.allErrors[name]} />
          <Button>{t('account.act')}</Button>
        </form>
      </Section>
      <Section id="password" title={t('password.title')} note={t('password.note')}>
        <p><a href={paths.accountPassword}>{t('password.title')}</a></p>
      </Section>
    </>
  );
}
