import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { confirmAdherence } from '#app/members/adherences/operations.server';
import { adherencePolicy } from '#app/members/adherences/policy';
import { requireAdherence } from '#app/members/adherences/request.server';
import { AdherenceFacts } from '#app/members/adherences/facts';
import { pressed } from '#app/members/memberships/input.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'adherence:confirm', action: 'adherence:confirm' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, adherence } = await requireAdherence(args);
  return { view, adherence, granted: permit(adherencePolicy.confirm, viewer, adherence) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { adherence: (await asked(args)).adherence };
}

export async function action(args: ActionFunctionArgs) {
  const { view, adherence, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await confirmAdherence(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(`${paths.in(view.language).member(adherence.member_ref)}#adherences`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.adherence.member);

export default function AdherenceConfirmation() {
  const { adherence } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const last = useActionData<typeof action>();
  const { member, member_ref, instrument_name } = adherence;
  const href = paths.in(language).member(member_ref);
  return (
    <ActPage
      above={[{ href: paths.in(language).adherences(), label: t('adherences.title') }, { href, label: member }]} act={t('adherences.act.confirmation')} lede={instrument_name} follows={t('adherences.follows.confirmation')}
      back={{ href, label: t('membership.not_now') }} last={last} before={<AdherenceFacts adherence={adherence} />}
    />
  );
}
