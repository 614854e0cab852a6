import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { blankCookie } from '#app/accounts/cookies.server';
import { NewPasswordField } from '#app/accounts/fields';
import { resetInput } from '#app/accounts/input.server';
import { findLink } from '#app/accounts/links/link.server';
import { LinkEnded } from '#app/accounts/links/link-ended';
import { privateMeta } from '#app/accounts/page-meta';
import { resetPassword } from '#app/accounts/passwords/operations.server';
import { accountPolicy } from '#app/accounts/policy';
import { languageOf, personActor } from '#app/accounts/viewer.server';
import { ErrorSummary } from '#app/form/error-summary';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'public', action: 'public' } };

/** AC-3: looking at the page uses nothing up. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const link = await findLink(params['secret'] ?? '', 'password_reset', context.now);
  return { title: textFor(languageOf(request, await context.viewer()), 'accounts')('reset.title'), name: link?.name, mail: link?.mail };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const link = await findLink(params['secret'] ?? '', 'password_reset', context.now);
  if (link === undefined) throw redirect(paths.passwordReset('ended'), 303);
  const granted = permit(accountPolicy.reset, await personActor(link.person_id, context.now), link);
  const language = languageOf(request, await context.viewer());
  const reading = readForm(await fieldsOf(request), resetInput, language);
  if (!reading.ok) return reading.reply;
  const result = await resetPassword(granted, occasionOf(context, reading.submission), { link, password: reading.value.password });
  if (!result.ok) return reading.answer(result.problems);
  return redirect(paths.signIn(undefined, language, 'password'), { status: 303, headers: { 'Set-Cookie': blankCookie('concord') } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function PasswordReset() {
  const { name, mail } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const { language } = useLocale();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ password: string }>({ lastResult });
  if (name === undefined) return <LinkEnded again={{ href: paths.forgotten(language), label: t('forgotten.title') }} />;
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={t('reset.title')} lede={t('reset.lede', { name })} />
      <form method="post" className="flow">
        <FormKey />
        <input type="hidden" name="username" value={mail} autoComplete="username" />
        <NewPasswordField errors={fields.password.errors} />
        <Button>{t('reset.act')}</Button>
      </form>
    </>
  );
}
