import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { database } from '#app/platform/database.server';
import { OutcomeActPage } from '#app/reporting/outcomes/act-page';
import { RowsFields } from '#app/reporting/outcomes/fields';
import { rowsInput } from '#app/reporting/outcomes/input.server';
import { chooseRows } from '#app/reporting/outcomes/operations.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { chosenOf, choosableRows } from '#app/reporting/outcomes/rows.server';
import { askedStep, subjectOf, takeStep } from '#app/reporting/outcomes/request.server';

export const handle = { access: { loader: 'outcome:write', action: 'outcome:write' } };

export async function loader(args: LoaderFunctionArgs) {
  const { report, view } = await askedStep(args, outcomePolicy.write);
  return { report: subjectOf(report), choice: await choosableRows(database(), report.working_group_id, report.kind, view), chosen: await chosenOf(report.id) };
}

export const action = (args: ActionFunctionArgs) => takeStep(args, outcomePolicy.write, rowsInput, (granted, occasion, version, form) => chooseRows(granted, occasion, version, form));

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function OutcomeRows() {
  const { report, choice, chosen } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <OutcomeActPage act="rows" report={report} last={last}><RowsFields choice={choice} chosen={chosen} last={last} /></OutcomeActPage>;
}
