import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { textFor } from '#app/languages/catalogues.server';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { CyclePage } from '#app/reporting/cycles/page';
import { cycleState } from '#app/reporting/cycles/model';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { boardOf, findCycle, totalOf } from '#app/reporting/cycles/queries.server';
import { seesDesk } from '#app/reporting/reports/desk-facts.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { findReportDesk, reportOfCycle } from '#app/reporting/reports/queries.server';
import { listReviews, listUndecided } from '#app/reporting/updates/queries.server';

export const handle = { access: { loader: 'cycle:board' } };

const shown = 100;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const cycle = await findCycle(viewer, params['ref'] ?? '', view.language);
  if (cycle === undefined || !may(cyclePolicy.board, viewer, cycle).allowed) throw notFound();
  const granted = permit(cyclePolicy.board, viewer, cycle);
  const asked = new URL(request.url).searchParams;
  const all = asked.get('show') === 'all';
  const [rows, { reviews, waiting }, undecided, planned] = await Promise.all([boardOf(granted, view), listReviews(granted, view), listUndecided(granted, view), reportOfCycle(viewer, cycle.id)]);
  const report = planned === undefined ? undefined : await findReportDesk(viewer, planned.ref, view);
  const incomplete = rows.filter((row) => row.accepted + row.submitted < row.expected);
  return {
    title: textFor(view.language, 'reporting')('board.crumb', { year: cycle.year }), cycle, state: cycleState(cycle, dayOf(context.now)), today: dayOf(context.now),
    total: totalOf(rows), members: rows.length, silent: rows.filter((row) => row.nothing + row.draft === row.expected).length, incomplete: incomplete.length,
    rows: (all ? rows : incomplete).slice(0, all ? rows.length : shown), all, reviews, waiting, undecided,
    report: report === undefined ? undefined : { ref: report.ref, opens: seesDesk(viewer, report), sections: report.sections.map(({ body: _, ...section }) => section) },
    plans: may(reportPolicy.plan, viewer, { coalition_id: cycle.coalition_id, cycle_id: cycle.id }).allowed,
    done: { accepted: asked.get('accepted'), returned: asked.get('returned') },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Cycle() {
  return <CyclePage {...useLoaderData<typeof loader>()} />;
}
