import { useForm } from '@conform-to/react';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { MailField } from '#app/accounts/fields';
import { forgottenInput } from '#app/accounts/input.server';
import { privateMeta } from '#app/accounts/page-meta';
import { askPasswordReset } from '#app/accounts/passwords/operations.server';
import { languageOf } from '#app/accounts/viewer.server';
import { occasionOf } from '#app/access/request';
import { ErrorSummary } from '#app/form/error-summary';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';

export const handle = { access: { loader: 'public', action: 'public' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { title: textFor(languageOf(request, await context.viewer()), 'accounts')('forgotten.title') };
}

/** The answer is the same for every address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const reading = readForm(await fieldsOf(request), forgottenInput, languageOf(request, await context.viewer()));
  if (!reading.ok) return reading.reply;
  await askPasswordReset({ mail: reading.value.mail, client: context.client }, occasionOf(context));
  return data({ asked: true as const });
}

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => privateMeta(facts?.title);

export default function Forgotten() {
  const t = useText('accounts');
  const { language } = useLocale();
  const answer = useActionData<typeof action>();
  const asked = answer !== undefined && 'asked' in answer;
  const [form, fields] = useForm<{ mail: string }>({ lastResult: asked ? undefined : answer });
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={t('forgotten.title')} lede={t('forgotten.lede')} />
      {asked && <Notice role="status">{t('forgotten.asked')}</Notice>}
      <form method="post" action={paths.forgotten(language)} className="flow">
        <MailField errors={fields.mail.errors} defaultValue={fields.mail.initialValue} />
        <Button>{t('forgotten.act')}</Button>
      </form>
      <p className="small"><a href={paths.signIn(undefined, language)}>{t('sign_in.title')}</a></p>
    </>
  );
}
