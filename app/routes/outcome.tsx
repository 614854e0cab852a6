import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { outcomeChapters } from '#app/reporting/outcomes/chapters';
import { commentsOn } from '#app/reporting/outcomes/comments/queries.server';
import { outcomeActs } from '#app/reporting/outcomes/model';
import { OutcomePage } from '#app/reporting/outcomes/page';
import { outputsOf } from '#app/reporting/outcomes/outputs/queries.server';
import { outcomePolicy, ruleOf } from '#app/reporting/outcomes/policy';
import { citationOf } from '#app/reporting/outcomes/printable';
import { readOutcome } from '#app/reporting/outcomes/request.server';
import { outcomeTrail } from '#app/reporting/outcomes/trail';
import { groupPolicy } from '#app/working-groups/policy';

export const handle = { access: { loader: 'public' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view: { language }, report } = await readOutcome(args);
  const t = textFor(language, 'reporting');
  const [comments, outputs, trail] = await Promise.all([commentsOn(viewer, report), outputsOf(viewer, report.id), historyFor(groupPolicy.history, viewer, report, 'outcome_reports', outcomeTrail)]);
  // Who wrote it and who sits in the group decides what the viewer may do, and is no part of the page.
  const { rows: _rows, authors: _authors, seated: _seated, ...shown } = report;
  return {
    report: shown, chapters: outcomeChapters(report, { t, language, site: '' }), citation: citationOf(report, { t, language, publicUrl: args.context.publicUrl }), comments, outputs, trail,
    acts: outcomeActs.filter((act) => may(ruleOf(act), viewer, report).allowed), writes: may(outcomePolicy.write, viewer, report).allowed, comment: may(outcomePolicy.comment, viewer, report).allowed,
    answers: may(outcomePolicy.answer, viewer, { ...report, person_id: null }).allowed, detaches: may(outcomePolicy.detach, viewer, report).allowed,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.report.title ?? ''} | Concord` }, { name: 'description', content: (data?.report.summary ?? data?.report.title ?? '').slice(0, 300) }];

export default function Outcome() {
  const { trail, ...facts } = useLoaderData<typeof loader>();
  return (
    <>
      <OutcomePage {...facts} />
      <Trail acts={trail} words={outcomeTrail} />
    </>
  );
}
