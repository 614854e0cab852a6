import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { revokeAdherence } from '#app/members/adherences/operations.server';
import { adherencePolicy } from '#app/members/adherences/policy';
import { requireAdherence } from '#app/members/adherences/request.server';
import { AdherenceFacts } from '#app/members/adherences/facts';
import { reasonInput } from '#app/members/memberships/input.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'adherence:revoke', action: 'adherence:revoke' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, adherence } = await requireAdherence(args);
  return { view, adherence, granted: permit(adherencePolicy.revoke, viewer, adherence) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { adherence: (await asked(args)).adherence };
}

export async function action(args: ActionFunctionArgs) {
  const { view, adherence, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), reasonInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await revokeAdherence(granted, occasionOf(args.context, reading.submission), reading.value.reason);
  return result.ok ? redirect(`${paths.in(view.language).member(adherence.member_ref)}#adherences`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.adherence.member);

export default function AdherenceRevocation() {
  const { adherence } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const last = useActionData<typeof action>();
  const { member, member_ref, instrument_name } = adherence;
  const href = paths.in(language).member(member_ref);
  return (
    <ActPage
      above={[{ href: paths.in(language).adherences(), label: t('adherences.title') }, { href, label: member }]} act={t('adherences.act.revocation')} lede={instrument_name} follows={t('adherences.follows.revocation')}
      back={{ href, label: t('membership.not_now') }} last={last} before={<AdherenceFacts adherence={adherence} />}
    >
      <TextArea {...fieldIn(last)('reason')} label={t('membership.reason')} hint={t('membership.reason_hint')} rows={5} required maxLength={2000} />
    </ActPage>
  );
}
