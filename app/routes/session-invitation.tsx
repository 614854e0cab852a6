import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { notFound } from '#app/platform/http/answers.server';
import { answerInput } from '#app/working-groups/invitations/input.server';
import { InvitationPage } from '#app/working-groups/invitations/invitation';
import { answerInvitation } from '#app/working-groups/invitations/operations.server';
import { invitationPolicy } from '#app/working-groups/invitations/policy';
import { findInvitation } from '#app/working-groups/invitations/queries.server';

export const handle = { access: { loader: 'public', action: 'public' } };

interface Asked {
  readonly request: Request;
  readonly params: LoaderFunctionArgs['params'];
  readonly context: AppLoadContext;
}

/** The invitation that the secret in the address opens; without one, that of who is signed in. */
async function asked({ request, params, context }: Asked) {
  const address = new URL(request.url);
  const key = address.searchParams.get('key');
  const viewer = key === null ? await requirePerson(context, request) : await context.viewer();
  const language = languageOf(request, viewer);
  const invitation = await findInvitation(viewer, params['ref'] ?? '', key, { language, now: context.now });
  if (invitation === undefined) throw notFound();
  return { viewer, key, language, invitation, address };
}

/** Looking changes nothing: programs open links before people do. */
export async function loader(args: LoaderFunctionArgs) {
  const { invitation, address } = await asked(args);
  return { invitation, open: invitation.status === 'convened' && invitation.session.starts_at > args.context.now, saved: address.searchParams.has('saved') };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, key, language, invitation, address } = await asked(args);
  const granted = key === null ? permit(invitationPolicy.answer, viewer, invitation) : permit(invitationPolicy.answerByLink, anyone, invitation);
  const reading = readForm(await fieldsOf(args.request), answerInput, language);
  if (!reading.ok) return reading.reply;
  const result = await answerInvitation(granted, occasionOf(args.context, reading.submission), reading.value);
  if (!result.ok) return reading.answer(result.problems);
  address.searchParams.set('saved', '');
  return redirect(`${address.pathname}${address.search}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.invitation.session.title);

export default function SessionInvitation() {
  return <InvitationPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
