import { redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { mayWrite } from '#app/accounts/tries.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { OutcomeActPage } from '#app/reporting/outcomes/act-page';
import { commentOn } from '#app/reporting/outcomes/comments/operations.server';
import { CommentFields } from '#app/reporting/outcomes/fields';
import { commentInput } from '#app/reporting/outcomes/input.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { readOutcome, subjectOf } from '#app/reporting/outcomes/request.server';

export const handle = { access: { loader: 'public', action: 'outcome:comment' } };

/** Every form has a key of its own: a page that is kept for others would give them the same one. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, report } = await readOutcome(args);
  permit(outcomePolicy.comment, viewer, report);
  return { report: subjectOf(report), named: viewer.kind !== 'person' };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, report } = await readOutcome(args);
  const granted = permit(outcomePolicy.comment, viewer, report);
  const reading = readForm(await fieldsOf(args.request), commentInput, view.language);
  if (!reading.ok) return reading.reply;
  const tooMany = viewer.kind === 'person' ? undefined : await mayWrite('comment', args.context.client, args.context.client, view.now);
  if (tooMany !== undefined) return reading.answer([tooMany]);
  const result = await commentOn(granted, occasionOf(args.context, reading.submission), { ...reading.value, language: view.language });
  return result.ok ? redirect(`${paths.in(view.language).outcome(report.group_ref, report.number)}#comments`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.report.title ?? ''} | Concord` }, { name: 'robots', content: 'noindex' }];

export default function OutcomeComment() {
  const { report, named } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <OutcomeActPage act="comment" report={report} last={last}><CommentFields last={last} named={named} /></OutcomeActPage>;
}
