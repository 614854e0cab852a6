import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { PartnerActPage, PartnershipFacts } from '#app/commitments/partners/act-page';
import { answerInput } from '#app/commitments/partners/input.server';
import { answerPartner } from '#app/commitments/partners/operations.server';
import { partnerPolicy } from '#app/commitments/partners/policy';
import { partnerRef } from '#app/commitments/partners/queries.server';
import { requirePartnership } from '#app/commitments/partners/request.server';
import { fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'partner:answer', action: 'partner:answer' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requirePartnership(args);
  return { ...found, granted: permit(partnerPolicy.answer, viewer, partnerRef(found.commitment, found.partner)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment, partner, promised } = await asked(args);
  return { commitment: { ref: commitment.ref, title: promised.title, title_language: promised.language }, partner, promised };
}

export async function action(args: ActionFunctionArgs) {
  const { language, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), answerInput, language);
  if (!reading.ok) return reading.reply;
  const result = await answerPartner(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.my, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function PartnerConsent() {
  const { commitment, partner, promised } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  const field = fieldIn(last);
  const kind = partner.side === 'partner' && partner.consent === 'asked' ? 'join' : 'partner';
  return (
    <PartnerActPage act="answer" commitment={commitment} version={partner.version} back={paths.my} last={last} before={<PartnershipFacts commitment={commitment} partner={partner} promised={promised} />}>
      <RadioField {...field('consent', partner.consent === 'confirmed' ? 'confirmed' : '')} label={t(`partners.answer.${kind}`)} choices={(['confirmed', 'declined'] as const).map((value) => ({ value, label: t(`partners.answer.${value}`) }))} required />
      <TextArea {...field('answer')} label={t('partners.answer.why')} hint={t('partners.answer.why_hint')} maxLength={2000} optional />
    </PartnerActPage>
  );
}
