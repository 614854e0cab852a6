import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { placeChoices } from '#app/commitments/choices.server';
import { languages, nativeNames } from '#app/languages/language';
import { textFor } from '#app/languages/catalogues.server';
import { dayOf } from '#app/platform/clock';
import { boardFilters } from '#app/reporting/cycles/filters';
import { CyclePage } from '#app/reporting/cycles/page';
import { cycleState, isComplete } from '#app/reporting/cycles/model';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { boardOf, totalOf } from '#app/reporting/cycles/queries.server';
import { cycleAt } from '#app/reporting/cycles/request.server';
import { seesDesk } from '#app/reporting/reports/desk-facts.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { progressOf } from '#app/reporting/sections/progress.server';
import { findReportDesk, reportOfCycle } from '#app/reporting/reports/queries.server';
import { listReviews, listUndecided } from '#app/reporting/updates/queries.server';

export const handle = { access: { loader: 'cycle:board' } };

const shown = 100;
const counted = (text: string | null): number | null => (text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null);

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, cycle, running } = await cycleAt(args);
  const granted = permit(cyclePolicy.board, viewer, cycle);
  const asked = new URL(args.request.url).searchParams;
  const all = asked.get('show') === 'all';
  const today = dayOf(view.now, cycle.time_zone);
  const filters = boardFilters(asked);
  const [rows, { reviews, waiting }, undecided, planned] = await Promise.all([boardOf(granted, view, filters), listReviews(granted, view), listUndecided(granted, view), reportOfCycle(viewer, cycle.id)]);
  const report = planned === undefined ? undefined : await findReportDesk(viewer, planned.ref, view);
  const wanted = rows.filter((row) => row.shown && (all || !isComplete(row)));
  return {
    title: textFor(view.language, 'reporting')('board.crumb', { year: cycle.year }), cycle, state: cycleState(cycle, today), today,
    total: totalOf(rows), members: rows.length, silent: rows.filter((row) => row.nothing + row.draft === row.expected).length, incomplete: rows.filter((row) => !isComplete(row)).length,
    rows: all ? wanted : wanted.slice(0, shown), all, filters, choices: { ...placeChoices(view.language), languages: languages.map((one) => ({ value: one, label: nativeNames[one] })) },
    nudges: may(cyclePolicy.nudge, viewer, running).allowed, settles: may(cyclePolicy.settle, viewer, running).allowed, reviews, waiting, undecided,
    report: report === undefined ? undefined : { ref: report.ref, opens: seesDesk(viewer, report), sections: report.sections.map(({ body: _, ...section }) => section), progress: await progressOf(viewer, report) },
    plans: may(reportPolicy.plan, viewer, { coalition_id: cycle.coalition_id, cycle_id: cycle.id }).allowed,
    done: { accepted: asked.get('accepted'), returned: asked.get('returned'), nudged: counted(asked.get('nudged')), all: counted(asked.get('all')) },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Cycle() {
  return <CyclePage {...useLoaderData<typeof loader>()} />;
}
