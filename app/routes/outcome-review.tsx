import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { OutcomeActPage } from '#app/reporting/outcomes/act-page';
import { stepInput } from '#app/reporting/outcomes/input.server';
import { reviewOutcome } from '#app/reporting/outcomes/operations.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { askedStep, subjectOf, takeStep } from '#app/reporting/outcomes/request.server';

export const handle = { access: { loader: 'outcome:review', action: 'outcome:review' } };

export async function loader(args: LoaderFunctionArgs) {
  const { report } = await askedStep(args, outcomePolicy.review);
  return { report: subjectOf(report) };
}

export const action = (args: ActionFunctionArgs) => takeStep(args, outcomePolicy.review, stepInput, (granted, occasion, version) => reviewOutcome(granted, occasion, version));

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function OutcomeReview() {
  const { report } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <OutcomeActPage act="review" report={report} last={last} />;
}
