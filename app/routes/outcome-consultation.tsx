import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { OutcomeActPage } from '#app/reporting/outcomes/act-page';
import { ConsultationFields } from '#app/reporting/outcomes/fields';
import { consultationInput } from '#app/reporting/outcomes/input.server';
import { consultOn } from '#app/reporting/outcomes/operations.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { askedStep, subjectOf, takeStep } from '#app/reporting/outcomes/request.server';

export const handle = { access: { loader: 'outcome:consult', action: 'outcome:consult' } };

export async function loader(args: LoaderFunctionArgs) {
  const { report } = await askedStep(args, outcomePolicy.consult);
  return { report: subjectOf(report) };
}

export const action = (args: ActionFunctionArgs) => takeStep(args, outcomePolicy.consult, consultationInput, (granted, occasion, version, form) => consultOn(granted, occasion, version, form));

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function OutcomeConsultation() {
  const { report } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <OutcomeActPage act="consultation" report={report} last={last}><ConsultationFields last={last} /></OutcomeActPage>;
}
