import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldIn } from '#app/form/act-page';
import { DateField, SelectField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { MembershipActPage } from '#app/members/memberships/act';
import { categoryInput } from '#app/members/memberships/input.server';
import { membershipCategories } from '#app/members/memberships/model';
import { changeCategory } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { requireMembership } from '#app/members/memberships/request.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';

export const handle = { access: { loader: 'membership:recategorise', action: 'membership:recategorise' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, membership } = await requireMembership(args);
  return { view, membership, granted: permit(membershipPolicy.recategorise, viewer, membership) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { membership: (await asked(args)).membership, today: dayOf(args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, membership, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), categoryInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await changeCategory(granted, occasionOf(args.context, reading.submission), reading.version ?? 0, reading.value);
  return result.ok ? redirect(paths.in(view.language).member(membership.organisation_ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.membership.organisation);

export default function MembershipCategory() {
  const { membership, today } = useLoaderData<typeof loader>();
  const t = useText('members');
  const last = useActionData<typeof action>();
  const field = fieldIn(last);
  const others = membershipCategories.filter((one) => one !== membership.category);
  return (
    <MembershipActPage act="category" membership={membership} last={last}>
      <p>{t('membership.now', { category: t(`category.${membership.category}`) })}</p>
      <SelectField {...field('category')} label={t('admission.category')} options={others.map((value) => ({ value, label: t(`category.${value}`) }))} required />
      <DateField {...field('from', today)} label={t('membership.from')} min={membership.joined_on} max={today} required />
    </MembershipActPage>
  );
}
