import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { pressed } from '#app/frameworks/endorsements/input.server';
import { closeConsultation } from '#app/frameworks/consultations/operations.server';
import { consultationPolicy } from '#app/frameworks/consultations/policy';
import { requireConsultation } from '#app/frameworks/consultations/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'consultation:close', action: 'consultation:close' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, consultation } = await requireConsultation(args);
  return { view, consultation, granted: permit(consultationPolicy.close, viewer, consultation) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { consultation: (await asked(args)).consultation };
}

export async function action(args: ActionFunctionArgs) {
  const { view, consultation, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await closeConsultation(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.in(view.language).consultation(consultation.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.consultation.ref);

export default function ConsultationClosing() {
  const { consultation } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const { language } = useLocale();
  const last = useActionData<typeof action>();
  const href = paths.in(language).consultation(consultation.ref);
  return (
    <ActPage
      above={[{ href, label: consultation.ref }]} act={t('consultations.act.closing')} lede={t('consultations.of', { name: consultation.name, number: consultation.number })} follows={t('consultations.follows.closing')}
      back={{ href, label: t('consultations.not_now') }} last={last}
    />
  );
}
