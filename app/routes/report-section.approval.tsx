import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { sectionAt } from '#app/reporting/sections/request.server';
import { signOffSection } from '#app/reporting/sections/operations.server';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { SectionPage } from '#app/reporting/sections/page';
import { pressed } from '#app/reporting/updates/input.server';

export const handle = { access: { loader: 'report:desk', action: 'report:sign_off' } };

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, report, subject } = await sectionAt(args);
  const granted = permit(sectionPolicy.signOff, viewer, subject);
  const reading = readForm(await fieldsOf(args.request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await signOffSection(granted, occasionOf(args.context, reading.submission), reading.version);
  return result.ok ? redirect(`${paths.reportEdit(report.ref)}#sections`, 303) : reading.answer(result.problems);
}

export default function Approval() {
  return <SectionPage act="approval" result={useActionData<typeof action>()} />;
}
