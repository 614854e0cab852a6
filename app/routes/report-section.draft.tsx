import { data, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { draftBeside, type DraftBeside } from '#app/reporting/profiles/beside.server';
import { draftInput } from '#app/reporting/profiles/input.server';
import { draftProfile } from '#app/reporting/profiles/operations.server';
import { SectionPage } from '#app/reporting/sections/page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { sectionAt } from '#app/reporting/sections/request.server';

export const handle = { access: { loader: 'report:desk', action: 'report:draft_section' } };

/** Writes a first text from the data; where somebody wrote one already, both are shown and nothing is kept. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, language, report, section, subject, now } = await sectionAt(args);
  const granted = permit(sectionPolicy.draft, viewer, subject);
  const reading = readForm(await fieldsOf(args.request), draftInput, language);
  if (!reading.ok) return reading.reply;
  const result = await draftProfile(granted, occasionOf(args.context, reading.submission), reading.value.replaces);
  if (result.ok) return redirect(`${paths.reportSection(report.ref, section.position)}#text`, 303);
  const answer = reading.answer(result.problems);
  if (!result.problems.some(({ code }) => code === 'reporting:problems.text_stands')) return answer;
  return data({ ...answer.data, beside: await draftBeside(viewer, { report, section, now }) }, { status: 409 });
}

export default function FirstText() {
  const reply = useActionData<typeof action>();
  return <SectionPage reply={{ act: 'draft', result: reply }} beside={(reply as { readonly beside?: DraftBeside } | undefined)?.beside} />;
}
