import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { ConsultationActPage } from '#app/frameworks/consultations/act-page';
import { DaysFields } from '#app/frameworks/consultations/form';
import { daysInput } from '#app/frameworks/consultations/input.server';
import { moveConsultation } from '#app/frameworks/consultations/operations.server';
import { consultationPolicy } from '#app/frameworks/consultations/policy';
import { requireConsultation } from '#app/frameworks/consultations/request.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';

export const handle = { access: { loader: 'consultation:move', action: 'consultation:move' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, consultation } = await requireConsultation(args);
  return { view, consultation, granted: permit(consultationPolicy.move, viewer, consultation) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, consultation } = await asked(args);
  return { consultation, today: dayOf(view.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, consultation, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), daysInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await moveConsultation(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.in(view.language).consultation(consultation.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.consultation.ref);

export default function ConsultationDays() {
  const { consultation, today } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <ConsultationActPage act="days" consultation={consultation} last={last}><DaysFields last={last} days={consultation} today={today} /></ConsultationActPage>;
}
