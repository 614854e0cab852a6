import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import type { Reader } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { isFigureKey } from '#app/reporting/figures/model';
import { differingFigures, storeFigures } from '#app/reporting/figures/storing.server';
import { freezeIn, hashOfSnapshot } from '#app/reporting/snapshots/freeze.server';
import { boundFigures, gapsOf, type Gap } from './model';
import { lockReport } from './operations.server';
import type { reportPolicy } from './policy';

/**
 * Freezes the report: an immutable snapshot with its hash, and every figure computed from it, with the records behind it.
 * Once for an edition; what comes later belongs to the next. The cycle's name is typed to confirm.
 */
export function freezeReport(granted: PermitFor<typeof reportPolicy.freeze>, occasion: Occasion, confirmation: string, asOf: Day | null = null): Promise<Result<{ ref: string; sha256: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    granted.again(report);
    const frozen = await tx.selectFrom('snapshots').select('id').where('report_id', '=', report.id).executeTakeFirst();
    if (frozen !== undefined) return refused(problem('reporting:problems.frozen_already'));
    if (confirmation.trim() !== report.cycle_ref) return refused(problem('reporting:problems.type_the_cycle', 'confirmation', { cycle: report.cycle_ref }));
    const as_of = asOf ?? dayOf(occasion.now);
    const id = newId();
    const { coalition_id, cycle_id } = report;
    const frozen_by = granted.actor.kind === 'person' ? granted.actor.id : null;
    const { sha256 } = await freezeIn(tx, { id, report_id: report.id, coalition_id, cycle_id, as_of, frozen_at: occasion.now, frozen_by });
    await storeFigures(tx, { report_id: report.id, snapshot_id: id, coalition_id, year: report.year, as_of });
    await tx.updateTable('reports').set({ status: 'review', version: report.version + 1 }).where('id', '=', report.id).execute();
    return done({ ref: report.ref, sha256 });
  });
}

/** What publishing the report still needs: sections, and every figure recomputed from an untouched snapshot equal to the stored one. */
export async function publicationGaps(db: Reader, reportId: string): Promise<Gap[]> {
  const snapshot = await db.selectFrom('snapshots').select(['id', 'report_id', 'sha256', 'rule_versions']).where('report_id', '=', reportId).executeTakeFirst();
  const sections = await db.selectFrom('report_sections').select(['id', 'kind', 'status']).where('report_id', '=', reportId).execute();
  const bodies = await db.selectFrom('report_section_texts as t').innerJoin('report_sections as s', 's.id', 't.section_id').select('t.body').where('s.report_id', '=', reportId).execute();
  const unknownFigures = bodies.flatMap(({ body }) => boundFigures(body)).filter((key) => !isFigureKey(key));
  const untouched = snapshot === undefined || (await hashOfSnapshot(db, snapshot.id)) === snapshot.sha256;
  const differing = snapshot === undefined ? [] : await differingFigures(db, snapshot);
  return gapsOf({ frozen: snapshot !== undefined, untouched, sections, differing, unknownFigures });
}

/** RP-2: publishes the report when nothing is missing; refuses in words otherwise. The cycle is published with it. */
export function publishReport(granted: PermitFor<typeof reportPolicy.publish>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    granted.again(report);
    const gaps = await publicationGaps(tx, report.id);
    if (gaps.length > 0) return refused(...gaps.map((gap) => problem(`reporting:gaps.${gap}`)));
    const by = granted.actor.kind === 'person' ? granted.actor.id : null;
    await tx.updateTable('reports').set({ status: 'published', published_at: occasion.now, published_by: by, version: report.version + 1 }).where('id', '=', report.id).execute();
    await tx.updateTable('cycles').set((eb) => ({ published_at: occasion.now, version: eb('version', '+', 1) })).where('id', '=', report.cycle_id).execute();
    await tx.updateTable('progress_updates').set((eb) => ({ status: 'published', version: eb('version', '+', 1) })).where('cycle_id', '=', report.cycle_id).where('status', '=', 'accepted').execute();
    return done({ ref: report.ref });
  });
}
