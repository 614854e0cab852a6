import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { NewPasswordField, ProfileFields, typedProfile } from '#app/accounts/fields';
import { acceptInput } from '#app/accounts/input.server';
import { acceptInvitation } from '#app/accounts/invitations/operations.server';
import { findLink } from '#app/accounts/links/link.server';
import { LinkEnded } from '#app/accounts/links/link-ended';
import { beginLogin } from '#app/accounts/login/login.server';
import { privateMeta } from '#app/accounts/page-meta';
import { accountPolicy } from '#app/accounts/policy';
import { languageOf, personActor } from '#app/accounts/viewer.server';
import { zonesWith } from '#app/accounts/zones.server';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'public', action: 'public' } };

/** AC-3: looking at the page uses nothing up. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const link = await findLink(params['secret'] ?? '', 'invitation', context.now);
  const title = textFor(languageOf(request, await context.viewer()), 'accounts')('invitation.title');
  if (link === undefined) return { title, invited: undefined, zones: [] };
  const { name, mail, language, spoken_languages, time_zone, publish_name } = link;
  return { title, invited: { name, mail, language, spoken_languages, time_zone, publish_name }, zones: zonesWith(time_zone) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const link = await findLink(params['secret'] ?? '', 'invitation', context.now);
  if (link === undefined) throw redirect(paths.invitation('ended'), 303);
  const granted = permit(accountPolicy.accept, await personActor(link.person_id, context.now), link);
  const reading = readForm(await fieldsOf(request), acceptInput, languageOf(request, await context.viewer()));
  if (!reading.ok) return reading.reply;
  const { password, ...profile } = reading.value;
  const result = await acceptInvitation(granted, occasionOf(context, reading.submission), { link, profile, password });
  if (!result.ok) return reading.answer(result.problems);
  const cookie = await beginLogin(link.person_id, request.headers.get('Cookie') ?? undefined, context.now);
  return redirect(paths.my, { status: 303, headers: { 'Set-Cookie': cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Invitation() {
  const { invited, zones } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const lastResult = useActionData<typeof action>();
  const [form] = useForm<{ name: string }>({ lastResult });
  if (invited === undefined) return <LinkEnded />;
  const typed = typedProfile(lastResult) ?? invited;
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={t('invitation.title')} lede={t('invitation.lede', { mail: invited.mail })} />
      <form method="post" className="flow">
        <FormKey />
        <input type="hidden" name="username" value={invited.mail} autoComplete="username" />
        <ProfileFields value={typed} zones={zones} errors={(name) => form.allErrors[name]} />
        <NewPasswordField errors={form.allErrors['password']} />
        <Button>{t('invitation.act')}</Button>
      </form>
    </>
  );
}
