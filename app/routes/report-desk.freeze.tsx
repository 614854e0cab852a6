import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { ReportDesk } from '#app/reporting/reports/desk';
import { reportAt } from '#app/reporting/reports/desk-facts.server';
import { freezeInput } from '#app/reporting/reports/input.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { freezeReport } from '#app/reporting/reports/publication.server';

export const handle = { access: { loader: 'report:desk', action: 'report:freeze' } };

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, report } = await reportAt(args);
  const granted = permit(reportPolicy.freeze, viewer, report);
  const reading = readForm(await fieldsOf(args.request), freezeInput, language);
  if (!reading.ok) return reading.reply;
  const result = await freezeReport(granted, occasionOf(args.context, reading.submission), reading.value.confirmation);
  return result.ok ? redirect(`${paths.reportEdit(report.ref)}#freeze`, 303) : reading.answer(result.problems);
}

export default function Freeze() {
  return <ReportDesk reply={{ act: 'freeze', result: useActionData<typeof action>() }} />;
}
