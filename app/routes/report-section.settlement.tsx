import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { notFound } from '#app/platform/http/answers.server';
import { isId } from '#app/platform/identity';
import { settleComment } from '#app/reporting/sections/comments/operations.server';
import { findComment } from '#app/reporting/sections/comments/queries.server';
import { SectionPage } from '#app/reporting/sections/page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { sectionAct } from '#app/reporting/sections/request.server';
import { pressed } from '#app/reporting/updates/input.server';

export const handle = { access: { loader: 'report:desk', action: 'report:settle_comment' } };

export const action = (args: ActionFunctionArgs) => sectionAct(args, {
  rule: sectionPolicy.settle, schema: pressed, anchor: 'comments',
  subject: async ({ viewer, section, subject }) => {
    const comment = args.params['comment'] ?? '';
    const found = isId(comment) ? await findComment(viewer, section.id, comment) : undefined;
    if (found === undefined) throw notFound();
    return { ...subject, comment_by: found.written_by };
  },
  run: (granted, { occasion }) => settleComment(granted, occasion, args.params['comment'] ?? ''),
});

export default function Settlement() {
  return <SectionPage reply={{ act: `comments/${useParams()['comment'] ?? ''}/settlement`, result: useActionData<typeof action>() }} />;
}
