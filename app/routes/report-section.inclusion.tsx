import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { takeBack } from '#app/reporting/profiles/leaving.server';
import { SectionPage } from '#app/reporting/sections/page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { onSection, sectionAct } from '#app/reporting/sections/request.server';
import { pressed } from '#app/reporting/updates/input.server';

export const handle = { access: { loader: 'report:desk', action: 'report:take_back' } };

export const action = (args: ActionFunctionArgs) => sectionAct(args, { rule: sectionPolicy.takeBack, schema: pressed, subject: onSection, anchor: 'sections', run: (granted, { occasion, version }) => takeBack(granted, occasion, version) });

export default function Inclusion() {
  return <SectionPage reply={{ act: 'inclusion', result: useActionData<typeof action>() }} />;
}
