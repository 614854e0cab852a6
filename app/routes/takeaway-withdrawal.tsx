import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { pressed } from '#app/working-groups/sessions/input.server';
import { withdrawTakeaway } from '#app/working-groups/takeaways/operations.server';
import { takeawayPolicy } from '#app/working-groups/takeaways/policy';
import { takeawayAt } from '#app/working-groups/takeaways/request.server';

export const handle = { access: { loader: 'takeaway:withdraw', action: 'takeaway:withdraw' } };

export async function loader(args: LoaderFunctionArgs) {
  const { person, takeaway } = await takeawayAt(args);
  permit(takeawayPolicy.withdraw, person, takeaway);
  return { ref: takeaway.ref, text: takeaway.text, session: { ref: takeaway.session_ref, title: takeaway.session_title } };
}

export async function action(args: ActionFunctionArgs) {
  const { person, view, takeaway } = await takeawayAt(args);
  const granted = permit(takeawayPolicy.withdraw, person, takeaway);
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await withdrawTakeaway(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(`${paths.in(view.language).session(takeaway.session_ref)}#takeaways`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.ref);

export default function TakeawayWithdrawal() {
  const { text, session } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const above = { href: paths.in(useLocale().language).session(session.ref), label: session.title };
  return <ActPage above={[above]} act={t('takeaway.withdraw')} lede={<bdi>{text}</bdi>} follows={t('takeaway.follows_withdraw')} back={above} last={last} />;
}
