import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PasswordField } from '#app/accounts/fields';
import { confirmInput } from '#app/accounts/input.server';
import { confirm, hasPassword } from '#app/accounts/login/sign-in.server';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ErrorSummary } from '#app/form/error-summary';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths, safeNext } from '#app/paths';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'signed_in', action: 'signed_in' } };

/** AC-7: who you are, once more, before a step that weighs much. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const next = safeNext(new URL(request.url).searchParams.get('next')) ?? paths.my;
  return { title: textFor(languageOf(request, person), 'accounts')('confirm.title'), next, name: person.name, byPassword: await hasPassword(person.id) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const fields = await fieldsOf(request);
  const reading = readForm(fields, confirmInput, languageOf(request, person));
  if (!reading.ok) return reading.reply;
  const asking = { cookieHeader: request.headers.get('Cookie') ?? undefined, client: context.client, now: context.now, demo: context.demo };
  const result = await confirm(person.id, reading.value.password, asking);
  if (!result.ok) return reading.answer(result.problems);
  return redirect(safeNext(String(fields.get('next') ?? '')) ?? paths.my, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Confirm() {
  const { next, name, byPassword } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ password: string }>({ lastResult });
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={t('confirm.title')} lede={t(byPassword ? 'confirm.lede' : 'confirm.lede_demo')} />
      <form method="post" action={paths.confirm(next)} className="flow">
        <input type="hidden" name="next" value={next} />
        {byPassword && <PasswordField errors={fields.password.errors} />}
        <Button>{byPassword ? t('confirm.act') : t('confirm.act_demo', { name })}</Button>
      </form>
    </>
  );
}
