import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { MembershipActPage } from '#app/members/memberships/act';
import { pressed } from '#app/members/memberships/input.server';
import { withdrawMembership } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { requireMembership } from '#app/members/memberships/request.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'membership:withdraw', action: 'membership:withdraw' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, membership } = await requireMembership(args);
  return { view, membership, granted: permit(membershipPolicy.withdraw, viewer, membership) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { membership: (await asked(args)).membership };
}

export async function action(args: ActionFunctionArgs) {
  const { view, membership, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await withdrawMembership(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.in(view.language).member(membership.organisation_ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.membership.organisation);

export default function MembershipWithdrawal() {
  return <MembershipActPage act="withdrawal" membership={useLoaderData<typeof loader>().membership} last={useActionData<typeof action>()} />;
}
