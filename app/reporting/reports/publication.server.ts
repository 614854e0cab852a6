import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, instantAt, type Day } from '#app/platform/clock';
import type { Reader, Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { enqueueJob } from '#app/platform/jobs.server';
import { differingNarrowed } from '#app/reporting/figures/narrowed/check.server';
import { storeNarrowed } from '#app/reporting/figures/narrowed/storing.server';
import { differingFigures, storeFigures } from '#app/reporting/figures/storing.server';
import { isFigureName, isNarrowed } from '#app/reporting/figures/subjects';
import { freezeIn, hashOfSnapshot } from '#app/reporting/snapshots/freeze.server';
import { missingIn } from '#app/reporting/snapshots/missing.server';
import { gapsOf, type Gap } from './model';
import { boundFigures } from '#app/reporting/sections/model';
import { isTold } from '#app/reporting/sections/told.server';
import { lockReport } from './operations.server';
import type { reportPolicy } from './policy';
import { launchJob, releaseIn } from './release.server';
import { isAwaited, windowOf } from './replies/window';

/**
 * Freezes the report: an immutable snapshot with its hash, and every figure computed from it, with the records behind it.
 * Once for an edition; what comes later belongs to the next. The cycle's name is typed to confirm.
 */
export function freezeReport(granted: PermitFor<typeof reportPolicy.freeze>, occasion: Occasion, confirmation: string, asOf: Day | null = null): Promise<Result<{ ref: string; sha256: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    granted.again(report);
    const before = await tx.selectFrom('snapshots').select('id').where('report_id', '=', report.snapshot_of).executeTakeFirst();
    if (before !== undefined) return refused(problem('reporting:problems.frozen_already'));
    if (confirmation.trim() !== report.cycle_ref) return refused(problem('reporting:problems.type_the_cycle', 'confirmation', { cycle: report.cycle_ref }));
    const corrected = await correctedBy(tx, report.corrects_id);
    const as_of = asOf ?? corrected?.as_of ?? dayOf(occasion.now);
    const counts_to = corrected === undefined || report.counts_later ? occasion.now : corrected.counts_to;
    const id = newId();
    const { coalition_id, cycle_id } = report;
    const frozen_by = granted.actor.kind === 'person' ? granted.actor.id : null;
    const { sha256 } = await freezeIn(tx, { id, report_id: report.id, coalition_id, cycle_id, as_of, counts_to, frozen_at: occasion.now, frozen_by, missing: await missingIn(tx, report, occasion.now) });
    const frozen = { report_id: report.id, snapshot_id: id, coalition_id, year: report.year, as_of };
    await storeFigures(tx, frozen);
    await storeNarrowed(tx, frozen, await boundIn(tx, report.id));
    await tx.updateTable('reports').set({ status: 'review', version: report.version + 1 }).where('id', '=', report.id).execute();
    return done({ ref: report.ref, sha256 });
  });
}

/** The names of the figures that the texts of a report bind, of all that it tells. */
async function boundIn(db: Reader, reportId: string): Promise<string[]> {
  const bodies = await db.selectFrom('report_section_texts as t').innerJoin('report_sections as s', 's.id', 't.section_id').select('t.body').where('s.report_id', '=', reportId).where(isTold()).execute();
  return [...new Set(bodies.flatMap(({ body }) => boundFigures(body)))];
}

/** RP-3: a correction describes the same day as the edition that it corrects, and counts what had come by the same instant. */
async function correctedBy(tx: Tx, correctsId: string | null): Promise<{ as_of: Day; counts_to: Date } | undefined> {
  if (correctsId === null) return undefined;
  const corrected = await tx.selectFrom('reports as r').innerJoin('snapshots as s', 's.report_id', 'r.snapshot_of').select(['s.as_of', 's.counts_to', 's.frozen_at']).where('r.id', '=', correctsId).executeTakeFirst();
  return corrected === undefined ? undefined : { as_of: corrected.as_of, counts_to: corrected.counts_to ?? corrected.frozen_at };
}

/** What publishing the report still needs: sections, every figure recomputed from an untouched snapshot equal to the stored one, the right of reply, and its approvals. */
export async function publicationGaps(db: Reader, reportId: string, now: Date): Promise<Gap[]> {
  const report = await db.selectFrom('reports as r').innerJoin('cycles as y', 'y.id', 'r.cycle_id').innerJoin('coalitions as c', 'c.id', 'y.coalition_id')
    .select(['r.snapshot_of', 'r.status', 'r.reply_until', 'c.time_zone as zone']).where('r.id', '=', reportId).executeTakeFirstOrThrow();
  const snapshot = await db.selectFrom('snapshots').select(['id', 'report_id', 'sha256', 'rule_versions']).where('report_id', '=', report.snapshot_of).executeTakeFirst();
  const sections = await db.selectFrom('report_sections as s').select(['s.id', 's.kind', 's.status']).where('s.report_id', '=', reportId).where(isTold()).execute();
  const kept = snapshot === undefined ? undefined : await db.selectFrom('report_figures').select('key').where('report_id', '=', snapshot.report_id).where('key', 'like', '%-%').execute();
  const unknownFigures = (await boundIn(db, reportId)).filter((name) => !isFigureName(name) || (isNarrowed(name) && kept !== undefined && !kept.some(({ key }) => key === name)));
  const untouched = snapshot === undefined || (await hashOfSnapshot(db, snapshot.id)) === snapshot.sha256;
  const differing = snapshot === undefined ? [] : [...await differingFigures(db, snapshot), ...await differingNarrowed(db, snapshot)];
  const replies = await db.selectFrom('report_replies').select(['replied_at', 'silent_on']).where('report_id', '=', reportId).execute();
  const reply = windowOf({ ...report, asked: replies.length, replied: replies.filter(({ replied_at, silent_on }) => !isAwaited({ replied: replied_at !== null, silent_on })).length }, now);
  const approvals = await db.selectFrom('report_approvals').select('capacity').where('report_id', '=', reportId).execute();
  return gapsOf({ frozen: snapshot !== undefined, untouched, sections, differing, unknownFigures, reply, approvals: approvals.map(({ capacity }) => capacity) });
}

/**
 * RP-2: publishes the report when nothing is missing; refuses in words otherwise. `embargo` is what the wall clock of the coalition shows
 * when it comes out; without one it is out at once. An edition that is corrected by it stays, and says so (RP-3).
 */
export function publishReport(granted: PermitFor<typeof reportPolicy.publish>, occasion: Occasion, embargo: string | null = null): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    granted.again(report);
    const gaps = await publicationGaps(tx, report.id, occasion.now);
    if (gaps.length > 0) return refused(...gaps.map((gap) => problem(`reporting:gaps.${gap}`)));
    const embargo_until = await embargoOf(tx, report, embargo);
    if (embargo !== null && embargo_until !== null && embargo_until <= occasion.now) return refused(problem('reporting:problems.embargo_past', 'embargo_day'));
    const by = personOf(granted.actor);
    await tx.updateTable('reports').set({ status: 'published', published_at: occasion.now, published_by: by, embargo_until, licence: report.coalition_licence, version: report.version + 1 }).where('id', '=', report.id).execute();
    if (report.corrects_id !== null) await tx.updateTable('reports').set((eb) => ({ status: 'corrected', version: eb('version', '+', 1) })).where('id', '=', report.corrects_id).execute();
    const runAt = embargo_until !== null && embargo_until > occasion.now ? embargo_until : occasion.now;
    if (runAt === occasion.now) await releaseIn(tx, report, runAt);
    await enqueueJob(tx, { kind: launchJob, payload: { report: report.id }, runAt, uniqueKey: `${launchJob}:${report.id}` });
    return done({ ref: report.ref });
  });
}

/** What is corrected before it is out comes out with its correction; a correction has no embargo of its own. */
async function embargoOf(tx: Tx, report: { readonly corrects_id: string | null; readonly zone: string }, embargo: string | null): Promise<Date | null> {
  if (report.corrects_id === null) return embargo === null ? null : instantAt(embargo, report.zone);
  const corrected = await tx.selectFrom('reports').select('embargo_until').where('id', '=', report.corrects_id).executeTakeFirstOrThrow();
  return corrected.embargo_until;
}
