import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MailField, PasswordField } from '#app/accounts/fields';
import { signInInput } from '#app/accounts/input.server';
import { demoAccounts } from '#app/accounts/login/demo-accounts.server';
import { DemoAccounts } from '#app/accounts/login/demo-accounts';
import { signIn } from '#app/accounts/login/sign-in.server';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf } from '#app/accounts/viewer.server';
import { ErrorSummary } from '#app/form/error-summary';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { paths, safeNext } from '#app/paths';
import { Button } from '#app/ui/button';
import { Links } from '#app/ui/links';
import { Notice } from '#app/ui/notice';

export const handle = { access: { loader: 'public', action: 'public' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const asked = new URL(request.url).searchParams;
  const next = safeNext(asked.get('next'));
  if (viewer.kind === 'person') throw redirect(next ?? paths.my, 303);
  const language = languageOf(request, viewer);
  const remark = next === paths.signInContinue ? 'kept' : asked.get('done') === 'password' ? 'password' : undefined;
  return { title: textFor(language, 'accounts')('sign_in.title'), next, remark, accounts: context.demo ? await demoAccounts(language, context.now) : undefined };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(request, await context.viewer());
  const fields = await fieldsOf(request);
  const reading = readForm(fields, signInInput, language);
  if (!reading.ok) return reading.reply;
  const result = await signIn(reading.value, { cookieHeader: request.headers.get('Cookie') ?? undefined, client: context.client, now: context.now });
  if (!result.ok) return reading.answer(result.problems);
  return redirect(safeNext(String(fields.get('next') ?? '')) ?? paths.my, { status: 303, headers: { 'Set-Cookie': result.value.cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function SignIn() {
  const { next, remark, accounts } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const { language } = useLocale();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ mail: string; password: string }>({ lastResult });
  return (
    <div className={accounts === undefined ? 'pt-32' : 'pt-32 cols cols-2'}>
      <div className="flow">
        <ErrorSummary errors={summaryOf(form.allErrors)} />
        <h1>{t('sign_in.title')}</h1>
        {remark === undefined ? <p className="muted">{t('sign_in.lede')}</p> : <Notice role="status">{t(`sign_in.${remark}`)}</Notice>}
        <form method="post" action={paths.signIn(undefined, language)} className="flow">
          {next !== undefined && <input type="hidden" name="next" value={next} />}
          <MailField errors={fields.mail.errors} defaultValue={fields.mail.initialValue} />
          <PasswordField errors={fields.password.errors} />
          <div className="row"><Button>{t('sign_in.act')}</Button></div>
        </form>
        <Links entries={[{ href: paths.forgotten(language), label: t('forgotten.title'), current: false }]} />
        <p className="small muted">{t('sign_in.invited')}</p>
      </div>
      {accounts !== undefined && accounts.length > 0 && <DemoAccounts accounts={accounts} next={next} />}
    </div>
  );
}
