import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { NewPasswordField, PasswordField } from '#app/accounts/fields';
import { passwordInput } from '#app/accounts/input.server';
import { hasPassword } from '#app/accounts/login/sign-in.server';
import { privateMeta } from '#app/accounts/page-meta';
import { changePassword } from '#app/accounts/passwords/operations.server';
import { accountPolicy } from '#app/accounts/policy';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'signed_in', action: 'password:change' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  return { title: textFor(languageOf(request, person), 'accounts')('password.title'), byPassword: await hasPassword(person.id) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const granted = permit(accountPolicy.changePassword, person, { person_id: person.id });
  const reading = readForm(await fieldsOf(request), passwordInput, languageOf(request, person));
  if (!reading.ok) return reading.reply;
  const { current, password } = reading.value;
  const result = await changePassword(granted, occasionOf(context, reading.submission), { current, password, cookieHeader: request.headers.get('Cookie') ?? undefined });
  return result.ok ? redirect(`${paths.account}?saved`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function AccountPassword() {
  const { byPassword } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ current: string; password: string }>({ lastResult });
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={t('password.title')} lede={t(byPassword ? 'password.lede' : 'password.none')} />
      {byPassword && (
        <form method="post" action={paths.accountPassword} className="flow">
          <FormKey />
          <PasswordField name="current" errors={fields.current.errors} />
          <NewPasswordField errors={fields.password.errors} />
          <Button>{t('password.act')}</Button>
        </form>
      )}
      <p className="small"><a href={paths.account}>{t('account.title')}</a></p>
    </>
  );
}
