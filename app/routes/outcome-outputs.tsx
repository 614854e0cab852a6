import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { evidenceForm } from '#app/records/evidence/input.server';
import { OutcomeActPage } from '#app/reporting/outcomes/act-page';
import { OutputFields } from '#app/reporting/outcomes/fields';
import { outputInput } from '#app/reporting/outcomes/input.server';
import { addOutput } from '#app/reporting/outcomes/outputs/operations.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { askedStep, subjectOf, takeStep } from '#app/reporting/outcomes/request.server';

export const handle = { access: { loader: 'outcome:attach', action: 'outcome:attach' } };

export async function loader(args: LoaderFunctionArgs) {
  const { report } = await askedStep(args, outcomePolicy.attach);
  return { report: subjectOf(report) };
}

export const action = (args: ActionFunctionArgs) => takeStep(args, outcomePolicy.attach, outputInput, async (granted, occasion, _version, form) => addOutput(granted, occasion, form.kind, await evidenceForm(form)), '#outputs');

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function OutcomeOutputs() {
  const { report } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <OutcomeActPage act="outputs" report={report} last={last} files><OutputFields last={last} /></OutcomeActPage>;
}
