import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { OutcomeActPage } from '#app/reporting/outcomes/act-page';
import { stepInput } from '#app/reporting/outcomes/input.server';
import { publishOutcome } from '#app/reporting/outcomes/operations.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { askedStep, subjectOf, takeStep } from '#app/reporting/outcomes/request.server';

export const handle = { access: { loader: 'outcome:publish', action: 'outcome:publish' } };

export async function loader(args: LoaderFunctionArgs) {
  const { report } = await askedStep(args, outcomePolicy.publish);
  return { report: subjectOf(report) };
}

export const action = (args: ActionFunctionArgs) => takeStep(args, outcomePolicy.publish, stepInput, (granted, occasion, version) => publishOutcome(granted, occasion, version));

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function OutcomePublication() {
  const { report } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <OutcomeActPage act="publication" report={report} last={last} />;
}
