import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Actor, PersonActor } from '#app/access/actor';
import type { Decision } from '#app/access/decision';
import { may } from '#app/access/permit';
import { languageOf, requireConfirmed, requirePerson } from '#app/accounts/viewer.server';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { approvalsOf } from './approvals/queries.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { keptChanges } from '#app/reporting/snapshots/changes.server';
import { freezeGaps } from '#app/reporting/snapshots/missing.server';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { progressOf } from '#app/reporting/sections/progress.server';
import { isOut } from './model';
import { reportPolicy } from './policy';
import { publicationGaps } from './publication.server';
import { isAwaited, windowOf } from './replies/window';
import { reportTrail } from './trail';
import { findReportDesk, type ReportRecord } from './queries.server';

/** Why somebody may not, in a key of the catalogue. */
export const reason = (decision: Decision): string | undefined => (decision.allowed ? undefined : decision.reason);

/** Whether somebody works on a report, or may look on. */
export const seesDesk = (viewer: Actor, report: ReportRecord): boolean =>
  may(reportPolicy.desk, viewer, { ...report, owners: [...report.sections, ...report.left_out].map((section) => section.owner_id) }).allowed;

/** The report that an address names, for those who work on it; for everybody else it is absent. */
export async function reportAt({ request, params, context }: LoaderFunctionArgs, { confirmed = false }: { readonly confirmed?: boolean } = {}): Promise<{ viewer: PersonActor; language: Language; report: ReportRecord; now: Date }> {
  const viewer = await (confirmed ? requireConfirmed : requirePerson)(context, request);
  const language = languageOf(request, viewer);
  const report = await findReportDesk(viewer, params['ref'] ?? '', { language, now: context.now });
  if (report === undefined || !seesDesk(viewer, report)) throw notFound();
  return { viewer, language, report, now: context.now };
}

/** What the desk of a report shows: its sections, what publishing still needs, and what the viewer may do. */
export async function deskOf({ viewer, report, now }: { readonly viewer: PersonActor; readonly report: ReportRecord; readonly now: Date }) {
  const { figures: _, sections, left_out, ...head } = report;
  const listed = (some: ReportRecord['sections']) => some.map(({ body: _body, ...section }) => section);
  const approvals = await approvalsOf(viewer, report.id);
  const window = windowOf({ ...report, asked: report.replies.length, replied: report.replies.filter(({ replied_on, silent_on }) => !isAwaited({ replied: replied_on !== null, silent_on })).length }, now);
  return {
    report: { ...head, sections: listed(sections), left_out: listed(left_out).map((section) => ({ ...section, takes: may(sectionPolicy.takeBack, viewer, { ...report, section_id: section.id, section_status: section.status, left_out: true, owner_id: section.owner_id }).allowed })) },
    trail: await historyFor(reportPolicy.history, viewer, report, 'reports', reportTrail),
    gaps: report.published_on === null ? await publicationGaps(database(), report.id, now) : [],
    missing: report.snapshot === null ? await freezeGaps(report, now) : report.snapshot.missing,
    changes: report.snapshot === null ? null : await keptChanges(report.snapshot.id),
    progress: await progressOf(viewer, report),
    // Who works on a report need not see the board of its cycle.
    board: may(cyclePolicy.board, viewer, report).allowed,
    approvals, window, out: isOut(report.status) && (report.embargo_until === null || report.embargo_until <= now),
    why: {
      addProfiles: reason(may(reportPolicy.addProfiles, viewer, report)), freeze: reason(may(reportPolicy.freeze, viewer, report)), publish: reason(may(reportPolicy.publish, viewer, report)),
      name: reason(may(reportPolicy.name, viewer, report)), ask: reason(may(reportPolicy.ask, viewer, report)), approve: reason(may(reportPolicy.approve, viewer, { ...report, approvals })),
      correct: reason(may(reportPolicy.correct, viewer, report)), addErratum: reason(may(reportPolicy.addErratum, viewer, report)),
    },
  };
}
export type DeskFacts = Awaited<ReturnType<typeof deskOf>>;
