import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { MembershipActPage } from '#app/members/memberships/act';
import { reasonInput } from '#app/members/memberships/input.server';
import { suspendMembership } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { requireMembership } from '#app/members/memberships/request.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'membership:suspend', action: 'membership:suspend' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, membership } = await requireMembership(args);
  return { view, membership, granted: permit(membershipPolicy.suspend, viewer, membership) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { membership: (await asked(args)).membership };
}

export async function action(args: ActionFunctionArgs) {
  const { view, membership, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), reasonInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await suspendMembership(granted, occasionOf(args.context, reading.submission), reading.value.reason);
  return result.ok ? redirect(paths.in(view.language).member(membership.organisation_ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.membership.organisation);

export default function MembershipSuspension() {
  const { membership } = useLoaderData<typeof loader>();
  const t = useText('members');
  const last = useActionData<typeof action>();
  return (
    <MembershipActPage act="suspension" membership={membership} last={last}>
      <TextArea {...fieldIn(last)('reason')} label={t('membership.reason')} hint={t('membership.reason_hint')} rows={5} required maxLength={2000} />
    </MembershipActPage>
  );
}
