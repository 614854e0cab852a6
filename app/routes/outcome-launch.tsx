import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { OutcomeActPage } from '#app/reporting/outcomes/act-page';
import { LaunchFields } from '#app/reporting/outcomes/fields';
import { launchInput } from '#app/reporting/outcomes/input.server';
import { launchOutcome } from '#app/reporting/outcomes/operations.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { launchPlaces } from '#app/reporting/outcomes/queries.server';
import { askedStep, subjectOf, takeStep } from '#app/reporting/outcomes/request.server';

export const handle = { access: { loader: 'outcome:launch', action: 'outcome:launch' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, report } = await askedStep(args, outcomePolicy.launch);
  return { report: subjectOf(report), places: await launchPlaces(viewer, report) };
}

export const action = (args: ActionFunctionArgs) => takeStep(args, outcomePolicy.launch, launchInput, (granted, occasion, version, form) => launchOutcome(granted, occasion, version, form.session));

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function OutcomeLaunch() {
  const { report, places } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <OutcomeActPage act="launch" report={report} last={last}><LaunchFields places={places} last={last} /></OutcomeActPage>;
}
