import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { approveReport } from '#app/reporting/reports/approvals/operations.server';
import { approvalsOf } from '#app/reporting/reports/approvals/queries.server';
import { ReportDesk } from '#app/reporting/reports/desk';
import { reportAt } from '#app/reporting/reports/desk-facts.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { pressed } from '#app/reporting/updates/input.server';

export const handle = { access: { loader: 'report:desk', action: 'report:approve' } };

/** Approving asks once more who one is. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, language, report } = await reportAt(args, { confirmed: true });
  const granted = permit(reportPolicy.approve, viewer, { ...report, approvals: await approvalsOf(viewer, report.id) });
  const reading = readForm(await fieldsOf(args.request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await approveReport(granted, occasionOf(args.context, reading.submission), reading.version);
  return result.ok ? redirect(`${paths.reportEdit(report.ref)}#approvals`, 303) : reading.answer(result.problems);
}

export default function Approvals() {
  return <ReportDesk reply={{ act: 'approvals', result: useActionData<typeof action>() }} />;
}
