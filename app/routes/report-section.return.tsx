import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { returnInput } from '#app/reporting/sections/input.server';
import { returnSection } from '#app/reporting/sections/operations.server';
import { SectionPage } from '#app/reporting/sections/page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { onSection, sectionAct } from '#app/reporting/sections/request.server';

export const handle = { access: { loader: 'report:desk', action: 'report:return_section' } };

export const action = (args: ActionFunctionArgs) => sectionAct(args, { rule: sectionPolicy.return, schema: returnInput, subject: onSection, anchor: 'sections', run: (granted, { value, occasion, version }) => returnSection(granted, occasion, version, value.return_words) });

export default function Return() {
  return <SectionPage reply={{ act: 'return', result: useActionData<typeof action>() }} />;
}
