import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { notFound } from '#app/platform/http/answers.server';
import { OutcomeActPage } from '#app/reporting/outcomes/act-page';
import { stepInput } from '#app/reporting/outcomes/input.server';
import { removeOutput } from '#app/reporting/outcomes/outputs/operations.server';
import { outputsOf } from '#app/reporting/outcomes/outputs/queries.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { askedStep, subjectOf, takeStep } from '#app/reporting/outcomes/request.server';

export const handle = { access: { loader: 'outcome:detach', action: 'outcome:detach' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, report } = await askedStep(args, outcomePolicy.detach);
  const output = (await outputsOf(viewer, report.id)).find(({ id }) => id === args.params['id']);
  if (output === undefined) throw notFound();
  return { report: subjectOf(report), output };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, report } = await askedStep(args, outcomePolicy.detach);
  const output = (await outputsOf(viewer, report.id)).find(({ id }) => id === args.params['id']);
  if (output === undefined) throw notFound();
  return takeStep(args, outcomePolicy.detach, stepInput, (granted, occasion) => removeOutput(granted, occasion, output.id), '#outputs');
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.output.title);

export default function OutcomeOutputRemoval() {
  const { report, output } = useLoaderData<typeof loader>();
  return <OutcomeActPage act="removal" report={report} last={useActionData<typeof action>()} before={<p><strong><bdi>{output.title}</bdi></strong></p>} />;
}
