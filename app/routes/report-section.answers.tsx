import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { isId } from '#app/platform/identity';
import { notFound } from '#app/platform/http/answers.server';
import { answerComment } from '#app/reporting/sections/comments/operations.server';
import { answerInput } from '#app/reporting/sections/input.server';
import { SectionPage } from '#app/reporting/sections/page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { onSection, sectionAct } from '#app/reporting/sections/request.server';

export const handle = { access: { loader: 'report:desk', action: 'report:comment' } };

export const action = (args: ActionFunctionArgs) => sectionAct(args, {
  rule: sectionPolicy.comment, schema: answerInput, subject: onSection, anchor: 'comments',
  run: (granted, { value, occasion }) => {
    const comment = args.params['comment'] ?? '';
    if (!isId(comment)) throw notFound();
    return answerComment(granted, occasion, comment, value.words);
  },
});

export default function Answer() {
  return <SectionPage reply={{ act: `comments/${useParams()['comment'] ?? ''}/answers`, result: useActionData<typeof action>() }} />;
}
