import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { blankCookie } from '#app/accounts/cookies.server';
import { discardKeptForm, findKeptForm } from '#app/accounts/kept-forms/kept-form.server';
import { KeptAnswers } from '#app/accounts/kept-forms/kept-answers';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'signed_in', action: 'signed_in' } };

/** AC-4: what had been filled in when a sign-in ended, and one button that sends it on. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const kept = await findKeptForm(request.headers.get('Cookie') ?? undefined, person.id, context.now);
  if (kept === undefined) throw redirect(paths.my, { status: 303, headers: { 'Set-Cookie': blankCookie('concord-kept') } });
  return { title: textFor(languageOf(request, person), 'accounts')('kept.title'), kept };
}

/** Forgets what was kept. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  await discardKeptForm(request.headers.get('Cookie') ?? undefined, person.id);
  return redirect(paths.my, { status: 303, headers: { 'Set-Cookie': blankCookie('concord-kept') } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function SignInContinue() {
  const { kept } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  return (
    <>
      <Head title={t('kept.title')} lede={t('kept.lede')} />
      <KeptAnswers fields={kept.fields} />
      <form method="post" action={kept.path} className="pt-24">
        {kept.fields.map(([name, value], at) => <input key={at} type="hidden" name={name} value={value} />)}
        <Button>{t('kept.send')}</Button>
      </form>
      <form method="post" action={paths.signInContinue}>
        <Button weight="text">{t('kept.discard')}</Button>
      </form>
      <p className="small muted">{t('kept.files')}</p>
    </>
  );
}
