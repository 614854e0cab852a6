import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { sectionAt } from '#app/reporting/sections/request.server';
import { ownerInput } from '#app/reporting/sections/input.server';
import { assignSection } from '#app/reporting/sections/operations.server';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { sectionWriters } from '#app/reporting/sections/queries.server';
import { SectionPage } from '#app/reporting/sections/page';

export const handle = { access: { loader: 'report:desk', action: 'report:assign' } };

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, report, section, subject } = await sectionAt(args);
  const granted = permit(sectionPolicy.assign, viewer, subject);
  const reading = readForm(await fieldsOf(args.request), ownerInput, language);
  if (!reading.ok) return reading.reply;
  const { owner_id } = reading.value;
  const writers = await sectionWriters(viewer, report.coalition_id, args.context.now);
  if (owner_id !== null && !writers.some((one) => one.id === owner_id)) return reading.answer([{ field: 'owner_id', code: 'reporting:problems.no_writer' }]);
  const result = await assignSection(granted, occasionOf(args.context, reading.submission), owner_id);
  return result.ok ? redirect(`${paths.reportSection(report.ref, section.position)}#approval`, 303) : reading.answer(result.problems);
}

export default function Owner() {
  return <SectionPage act="owner" result={useActionData<typeof action>()} />;
}
