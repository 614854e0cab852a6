import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { ReportDesk } from '#app/reporting/reports/desk';
import { reportAt } from '#app/reporting/reports/desk-facts.server';
import { publicationInput } from '#app/reporting/reports/input.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { findReport } from '#app/reporting/reports/queries.server';
import { publishReport } from '#app/reporting/reports/publication.server';

export const handle = { access: { loader: 'report:desk', action: 'report:publish' } };

/** Publishing asks once more who one is. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, language, report, now } = await reportAt(args, { confirmed: true });
  const granted = permit(reportPolicy.publish, viewer, report);
  const reading = readForm(await fieldsOf(args.request), publicationInput, language);
  if (!reading.ok) return reading.reply;
  const result = await publishReport(granted, occasionOf(args.context, reading.submission), reading.value);
  if (!result.ok) return reading.answer(result.problems);
  const isOut = (await findReport(viewer, report.ref, { language, now })) !== undefined;
  return redirect(isOut ? paths.in(language).report(report.ref) : `${paths.reportEdit(report.ref)}#publication`, 303);
}

export default function Publication() {
  return <ReportDesk reply={{ act: 'publication', result: useActionData<typeof action>() }} />;
}
