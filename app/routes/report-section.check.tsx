import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { SectionPage } from '#app/reporting/sections/page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { sectionAct } from '#app/reporting/sections/request.server';
import { checkTranslation } from '#app/reporting/sections/texts/operations.server';
import { findSectionText } from '#app/reporting/sections/texts/queries.server';
import { pressed } from '#app/reporting/updates/input.server';

export const handle = { access: { loader: 'report:desk', action: 'report:check_translation' } };

export const action = (args: ActionFunctionArgs) => sectionAct(args, {
  rule: sectionPolicy.check, schema: pressed, anchor: 'text',
  subject: async ({ viewer, section, subject, writing }) => ({ ...subject, language: writing, written_by: (await findSectionText(viewer, section.id, writing))?.written_by ?? null }),
  run: (granted, { occasion, version }) => checkTranslation(granted, occasion, version),
});

export default function Check() {
  return <SectionPage reply={{ act: 'check', result: useActionData<typeof action>() }} />;
}
