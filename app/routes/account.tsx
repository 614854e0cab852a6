import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { ProfileFields, typedProfile } from '#app/accounts/fields';
import { waitingAddress } from '#app/accounts/addresses/queries.server';
import { WaitingNotice } from '#app/accounts/addresses/waiting';
import { findAccount, wantedLetters } from '#app/accounts/queries.server';
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
import { MailAddress } from '#app/ui/mail-address';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'signed_in', action: 'person:update' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const [account, waiting, wanted] = await Promise.all([findAccount(person.id), waitingAddress(person.id, context.now), wantedLetters(person.id)]);
  const saved = new URL(request.url).searchParams.has('saved');
  return { title: textFor(languageOf(request, person), 'accounts')('account.title'), id: person.id, account, waiting, wanted, saved, zones: zonesWith(account.time_zone) };
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
  const { id, account, waiting, wanted, saved, zones } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const following = useText('following');
  const lastResult = useActionData<typeof action>();
  const [form] = useForm<{ name: string }>({ lastResult });
  const typed = typedProfile(lastResult) ?? account;
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={t('account.title')} lede={account.mail === null ? undefined : <MailAddress address={account.mail} />} />
      {saved && <Notice role="status">{t('account.saved')}</Notice>}
      <Section id="profile" title={t('account.profile')} note={t('account.profile_note')}>
        <form method="post" action={paths.account} className="flow">
          <FormKey />
          <ProfileFields value={typed} zones={zones} errors={(name) => form.allErrors[name]} />
          <Button>{t('account.act')}</Button>
        </form>
      </Section>
      <Section id="address" title={t('address.title')} note={t('address.note')}>
        <p>{account.mail === null ? t('people.no_mail') : <MailAddress address={account.mail} />}</p>
        {waiting !== undefined && <WaitingNotice waiting={waiting} zone={account.time_zone} />}
        <p><a href={paths.accountAddress}>{t('address.act_open')}</a></p>
      </Section>
      <Section id="letters" title={t('letters.title')} note={t('letters.note')}>
        {wanted.length === 0 ? <p className="muted">{t('letters.none')}</p> : <ul>{wanted.map((topic) => <li key={topic}>{t(`letters.${topic}`)}</li>)}</ul>}
        <p><a href={paths.accountLetters}>{t('letters.act')}</a></p>
        <p><a href={paths.following}>{following('title')}</a></p>
      </Section>
      <Section id="may" title={t('permissions.own_title')} note={t('permissions.note')}>
        <p><a href={paths.personPermissions(id)}>{t('permissions.open')}</a></p>
      </Section>
      <Section id="password" title={t('password.title')} note={t('password.note')}>
        <p><a href={paths.accountPassword}>{t('password.title')}</a></p>
      </Section>
    </>
  );
}
