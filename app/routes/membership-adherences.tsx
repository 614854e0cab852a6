import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldIn } from '#app/form/act-page';
import { DateField, SelectField, TextField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { adherenceInput } from '#app/members/adherences/input.server';
import { recordAdherence } from '#app/members/adherences/operations.server';
import { adherencePolicy } from '#app/members/adherences/policy';
import { listInstruments } from '#app/members/adherences/queries.server';
import { MembershipActPage } from '#app/members/memberships/act';
import { requireMembership } from '#app/members/memberships/request.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { EvidenceFields } from '#app/records/evidence/form';
import { evidenceForm } from '#app/records/evidence/input.server';

export const handle = { access: { loader: 'adherence:record', action: 'adherence:record' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, membership } = await requireMembership(args);
  return { view, membership, granted: permit(adherencePolicy.record, viewer, membership) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, membership } = await asked(args);
  return { membership, instruments: (await listInstruments(view)).map(({ code, name }) => ({ value: code, label: name })), today: dayOf(view.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, membership, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), adherenceInput, view.language);
  if (!reading.ok) return reading.reply;
  const { instrument, signed_by, signed_on } = reading.value;
  const result = await recordAdherence(granted, occasionOf(args.context, reading.submission), { instrument, signed_by, signed_on }, await evidenceForm(reading.value));
  return result.ok ? redirect(`${paths.in(view.language).member(membership.organisation_ref)}#adherences`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.membership.organisation);

export default function MembershipAdherences() {
  const { membership, instruments, today } = useLoaderData<typeof loader>();
  const t = useText('members');
  const last = useActionData<typeof action>();
  const field = fieldIn(last);
  return (
    <MembershipActPage act="adherences" membership={membership} last={last} files>
      <SelectField {...field('instrument')} label={t('adherences.instrument')} options={instruments} required />
      <TextField {...field('signed_by')} label={t('adherences.signed_by')} hint={t('adherences.signed_by_hint')} required maxLength={200} />
      <DateField {...field('signed_on')} label={t('adherences.signed_on')} max={today} required />
      <EvidenceFields last={last} />
    </MembershipActPage>
  );
}
