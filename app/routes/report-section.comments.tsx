import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { commentInput } from '#app/reporting/sections/input.server';
import { commentOn } from '#app/reporting/sections/comments/operations.server';
import { SectionPage } from '#app/reporting/sections/page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { onSection, sectionAct } from '#app/reporting/sections/request.server';

export const handle = { access: { loader: 'report:desk', action: 'report:comment' } };

export const action = (args: ActionFunctionArgs) => sectionAct(args, { rule: sectionPolicy.comment, schema: commentInput, subject: onSection, anchor: 'comments', run: (granted, { value, occasion }) => commentOn(granted, occasion, value) });

export default function NewComment() {
  return <SectionPage reply={{ act: 'comments', result: useActionData<typeof action>() }} />;
}
