import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { OutcomeActPage } from '#app/reporting/outcomes/act-page';
import { answerComment } from '#app/reporting/outcomes/comments/operations.server';
import { findComment } from '#app/reporting/outcomes/comments/queries.server';
import { AnswerFields } from '#app/reporting/outcomes/fields';
import { answerInput } from '#app/reporting/outcomes/input.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { requireOutcome, subjectOf } from '#app/reporting/outcomes/request.server';

export const handle = { access: { loader: 'outcome:answer', action: 'outcome:answer' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, report } = await requireOutcome(args);
  const comment = await findComment(viewer, report, args.params['id']);
  if (comment === undefined) throw notFound();
  return { view, report, comment, granted: permit(outcomePolicy.answer, viewer, { ...report, person_id: comment.person_id }) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { report, comment } = await asked(args);
  return { report: { ...subjectOf(report), version: comment.version }, comment };
}

export async function action(args: ActionFunctionArgs) {
  const { view, report, comment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), answerInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await answerComment(granted, occasionOf(args.context, reading.submission), comment.id, reading.version ?? comment.version, reading.value.answer);
  return result.ok ? redirect(`${paths.in(view.language).outcome(report.group_ref, report.number)}#${comment.id}`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function OutcomeAnswer() {
  const { report, comment } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return (
    <OutcomeActPage act="answer" report={report} last={last} before={<div className="ask measure"><p className="said" lang={comment.language} dir="auto">{comment.text}</p></div>}>
      <AnswerFields now={comment.answer ?? ''} last={last} />
    </OutcomeActPage>
  );
}
