import { data, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { textPieces } from '#app/reporting/publication/chapters.server';
import { sectionAt } from '#app/reporting/sections/request.server';
import { sectionInput } from '#app/reporting/sections/input.server';
import { writeSection } from '#app/reporting/sections/operations.server';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { SectionPage } from '#app/reporting/sections/page';

export const handle = { access: { loader: 'report:desk', action: 'report:write' } };

/** Keeps the text in one language, or shows what it would look like. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, language, report, section, subject } = await sectionAt(args);
  const granted = permit(sectionPolicy.write, viewer, subject);
  const reading = readForm(await fieldsOf(args.request), sectionInput, language);
  if (!reading.ok) return reading.reply;
  const { heading, body, language: writing, preview } = reading.value;
  if (preview !== undefined) return data({ initialValue: { heading, body }, preview: textPieces(body, report, textFor(writing, 'reporting'), writing) });
  const result = await writeSection(granted, occasionOf(args.context, reading.submission), reading.version, writing, { heading, body });
  return result.ok ? redirect(`${paths.reportSection(report.ref, section.position)}?language=${writing}#preview`, 303) : reading.answer(result.problems);
}

export default function Text() {
  const reply = useActionData<typeof action>();
  return <SectionPage result={reply} preview={reply !== undefined && 'preview' in reply ? reply.preview : undefined} />;
}
