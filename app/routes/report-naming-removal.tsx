import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { isId } from '#app/platform/identity';
import { notFound } from '#app/platform/http/answers.server';
import { reportAt } from '#app/reporting/reports/desk-facts.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { unnameMember } from '#app/reporting/reports/replies/operations.server';
import { pressed } from '#app/reporting/updates/input.server';

export const handle = { access: { loader: 'report:desk', action: 'report:name' } };

/** Names stand at the desk of the report; this address only takes one back. */
export async function loader(args: LoaderFunctionArgs) {
  const { report } = await reportAt(args);
  return redirect(`${paths.reportEdit(report.ref)}#replies`, 303);
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, report } = await reportAt(args);
  const id = args.params['id'] ?? '';
  if (!isId(id) || !report.replies.some((one) => one.id === id)) throw notFound();
  const granted = permit(reportPolicy.name, viewer, report);
  const reading = readForm(await fieldsOf(args.request), pressed, language);
  if (!reading.ok) return reading.reply;
  await unnameMember(granted, occasionOf(args.context, reading.submission), id);
  return redirect(`${paths.reportEdit(report.ref)}#replies`, 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
