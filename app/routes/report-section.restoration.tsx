import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { restorationInput } from '#app/reporting/sections/input.server';
import { restoreText } from '#app/reporting/sections/texts/operations.server';
import { SectionPage } from '#app/reporting/sections/page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { onSection, sectionAct } from '#app/reporting/sections/request.server';

export const handle = { access: { loader: 'report:desk', action: 'report:restore_text' } };

export const action = (args: ActionFunctionArgs) => sectionAct(args, { rule: sectionPolicy.restore, schema: restorationInput, subject: onSection, anchor: 'text', run: (granted, { value, occasion, version }) => restoreText(granted, occasion, version, value) });

export default function Restoration() {
  return <SectionPage reply={{ act: 'restoration', result: useActionData<typeof action>() }} />;
}
