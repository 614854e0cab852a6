import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { pressed } from '#app/reporting/updates/input.server';
import { sendSection } from '#app/reporting/sections/operations.server';
import { SectionPage } from '#app/reporting/sections/page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { onSection, sectionAct } from '#app/reporting/sections/request.server';

export const handle = { access: { loader: 'report:desk', action: 'report:send_section' } };

export const action = (args: ActionFunctionArgs) => sectionAct(args, { rule: sectionPolicy.send, schema: pressed, subject: onSection, anchor: 'sections', run: (granted, { occasion, version }) => sendSection(granted, occasion, version) });

export default function Review() {
  return <SectionPage reply={{ act: 'review', result: useActionData<typeof action>() }} />;
}
