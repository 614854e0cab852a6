import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { ConsultationActPage } from '#app/frameworks/consultations/act-page';
import { pressed } from '#app/frameworks/endorsements/input.server';
import { withdrawConsultation } from '#app/frameworks/consultations/operations.server';
import { consultationPolicy } from '#app/frameworks/consultations/policy';
import { requireConsultation } from '#app/frameworks/consultations/request.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'consultation:withdraw', action: 'consultation:withdraw' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, consultation } = await requireConsultation(args);
  return { view, consultation, granted: permit(consultationPolicy.withdraw, viewer, consultation) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { consultation: (await asked(args)).consultation };
}

export async function action(args: ActionFunctionArgs) {
  const { view, consultation, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pressed, view.language);
  if (!reading.ok) return reading.reply;
  const result = await withdrawConsultation(granted, occasionOf(args.context, reading.submission));
  return result.ok ? redirect(paths.draft(consultation.framework, consultation.number), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.consultation.ref);

export default function ConsultationWithdrawal() {
  return <ConsultationActPage act="withdrawal" consultation={useLoaderData<typeof loader>().consultation} last={useActionData<typeof action>()} />;
}
