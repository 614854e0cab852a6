import { data, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { previewPieces } from '#app/reporting/profiles/preview.server';
import { sectionInput } from '#app/reporting/sections/input.server';
import { SectionPage } from '#app/reporting/sections/page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { sectionAt } from '#app/reporting/sections/request.server';
import { writeSection } from '#app/reporting/sections/texts/operations.server';

export const handle = { access: { loader: 'report:desk', action: 'report:write' } };

/** Keeps the text in one language, or shows what it would look like. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, language, report, section, subject, now } = await sectionAt(args);
  const granted = permit(sectionPolicy.write, viewer, subject);
  const reading = readForm(await fieldsOf(args.request), sectionInput, language);
  if (!reading.ok) return reading.reply;
  const { heading, body, origin, language: writing, preview } = reading.value;
  if (preview !== undefined) return data({ initialValue: { heading, body, origin }, preview: await previewPieces(body, report, { t: textFor(writing, 'reporting'), language: writing, now }) });
  const result = await writeSection(granted, occasionOf(args.context, reading.submission), reading.version, writing, { heading, body, origin });
  if (result.ok) return redirect(`${paths.reportSection(report.ref, section.position)}?language=${writing}#preview`, 303);
  const answer = reading.answer(result.problems);
  return data({ ...answer.data, meanwhile: result.problems.some(({ code }) => code === 'reporting:problems.written_meanwhile') }, { status: 422 });
}

export default function Text() {
  const reply = useActionData<typeof action>();
  return (
    <SectionPage reply={{ act: 'text', result: reply, meanwhile: reply !== undefined && 'meanwhile' in reply && reply.meanwhile === true }}
      preview={reply !== undefined && 'preview' in reply ? reply.preview : undefined} />
  );
}
