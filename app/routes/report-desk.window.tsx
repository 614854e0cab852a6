import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { ReportDesk } from '#app/reporting/reports/desk';
import { reportAt } from '#app/reporting/reports/desk-facts.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { windowInput } from '#app/reporting/reports/replies/input.server';
import { askForReplies } from '#app/reporting/reports/replies/operations.server';

export const handle = { access: { loader: 'report:desk', action: 'report:ask' } };

/** Opens the right of reply: everybody who is named is written to. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, language, report } = await reportAt(args);
  const granted = permit(reportPolicy.ask, viewer, report);
  const reading = readForm(await fieldsOf(args.request), windowInput, language);
  if (!reading.ok) return reading.reply;
  const result = await askForReplies(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(`${paths.reportEdit(report.ref)}#replies`, 303) : reading.answer(result.problems);
}

export default function Window() {
  return <ReportDesk reply={{ act: 'window', result: useActionData<typeof action>() }} />;
}
