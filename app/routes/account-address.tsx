import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { askAddressChange } from '#app/accounts/addresses/operations.server';
import { waitingAddress } from '#app/accounts/addresses/queries.server';
import { WaitingNotice } from '#app/accounts/addresses/waiting';
import { MailField } from '#app/accounts/fields';
import { addressInput } from '#app/accounts/input.server';
import { addressWaitHours } from '#app/accounts/model';
import { privateMeta } from '#app/accounts/page-meta';
import { accountPolicy } from '#app/accounts/policy';
import { findAccount } from '#app/accounts/queries.server';
import { languageOf, requireConfirmed } from '#app/accounts/viewer.server';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { MailAddress } from '#app/ui/mail-address';

export const handle = { access: { loader: 'signed_in', action: 'address:change' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requireConfirmed(context, request);
  const [account, waiting] = await Promise.all([findAccount(person.id), waitingAddress(person.id, context.now)]);
  return { title: textFor(languageOf(request, person), 'accounts')('address.title'), mail: account.mail, zone: account.time_zone, waiting };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requireConfirmed(context, request);
  const granted = permit(accountPolicy.changeAddress, person, { person_id: person.id });
  const reading = readForm(await fieldsOf(request), addressInput, languageOf(request, person));
  if (!reading.ok) return reading.reply;
  const result = await askAddressChange(granted, occasionOf(context, reading.submission), reading.value);
  return result.ok ? redirect(paths.accountAddress, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function AccountAddress() {
  const { title, mail, zone, waiting } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ mail: string }>({ lastResult });
  return (
    <>
      <Crumbs above={[{ href: paths.account, label: t('account.title'), current: false }]} here={title} />
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head tight title={title} lede={t('address.lede', { hours: addressWaitHours })} />
      {mail !== null && <p>{t('address.now')} <strong><MailAddress address={mail} /></strong></p>}
      {waiting !== undefined && <WaitingNotice waiting={waiting} zone={zone} />}
      <form method="post" action={paths.accountAddress} className="flow">
        <FormKey />
        <MailField label={t('address.new')} errors={fields.mail.errors} defaultValue={fields.mail.initialValue} autoComplete="email" />
        <Button>{t('address.act')}</Button>
      </form>
    </>
  );
}
