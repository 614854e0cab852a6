import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { computeFigure, fingerprintOf, recordsOf } from '#app/reporting/figures/computing.server';
import { definitions, figureKeys, isFigureKey, type FigureKey } from '#app/reporting/figures/model';
import { freezeRowsIn, hashOfRows, ruleVersions } from '#app/reporting/snapshots/freeze.server';
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
    if (confirmation.trim() !== report.cycle_ref) return refused(problem('reporting:problems.type_the_cycle', 'confirmation', { cycle: report.cycle_ref }));
    const frozen = await tx.selectFrom('snapshots').select('id').where('report_id', '=', report.id).executeTakeFirst();
    if (frozen !== undefined) return refused(problem('reporting:problems.frozen_already'));
    const as_of = asOf ?? dayOf(occasion.now);
    const id = newId();
    // The snapshot's own row comes last, with the hash of what it holds: it can never be changed afterwards.
    const { sha256 } = await insertSnapshot(tx, id, { ...report, as_of, now: occasion.now, by: granted.actor.kind === 'person' ? granted.actor.id : null });
    for (const key of figureKeys) await storeFigure(tx, report.id, id, key, as_of);
    await tx.updateTable('reports').set({ status: 'review', version: report.version + 1 }).where('id', '=', report.id).execute();
    return done({ ref: report.ref, sha256 });
  });
}

interface Freezing {
  readonly id: string;
  readonly coalition_id: string;
  readonly cycle_id: string;
  readonly as_of: Day;
  readonly now: Date;
  readonly by: string | null;
}

async function insertSnapshot(tx: Tx, id: string, report: Freezing): Promise<{ sha256: string }> {
  await freezeRowsIn(tx, id, { coalition_id: report.coalition_id, cycle_id: report.cycle_id, as_of: report.as_of, frozen_at: report.now });
  const sha256 = await hashOfRows(tx, id);
  await tx.insertInto('snapshots').values({ id, report_id: report.id, frozen_at: report.now, as_of: report.as_of, sha256, frozen_by: report.by, rule_versions: ruleVersions() }).execute();
  return { sha256 };
}

async function storeFigure(tx: Tx, report_id: string, snapshotId: string, key: FigureKey, as_of: Day): Promise<void> {
  const result = await computeFigure(tx, snapshotId, key);
  const definition = definitions[key];
  const id = newId();
  await tx.insertInto('report_figures').values({
    id, report_id, key, number: definition.number, definition: { ...definition }, result: JSON.parse(JSON.stringify(result)), as_of,
    reporting: result.reporting, expected: result.expected, missing: result.missing, sha256: fingerprintOf(result),
  }).execute();
  await tx.insertInto('report_figure_records').columns(['figure_id', 'kind', 'record_id', 'part'])
    .expression((eb) => eb.selectFrom(recordsOf(key, snapshotId).as<'behind'>('behind')).select((one) => [one.val(id).$castTo<string>().as('figure_id'), 'behind.kind', 'behind.record_id', 'behind.part']))
    .execute();
}

/** What publishing the report still needs: sections, figures, and every figure recomputed from the snapshot equal to the stored one. */
export async function publicationGaps(tx: Tx, reportId: string): Promise<Gap[]> {
  const snapshot = await tx.selectFrom('snapshots').select('id').where('report_id', '=', reportId).executeTakeFirst();
  const sections = await tx.selectFrom('report_sections').select(['id', 'kind', 'status']).where('report_id', '=', reportId).execute();
  const bodies = await tx.selectFrom('report_section_texts as t').innerJoin('report_sections as s', 's.id', 't.section_id').select('t.body').where('s.report_id', '=', reportId).execute();
  const figures = await tx.selectFrom('report_figures').select(['key', 'sha256']).where('report_id', '=', reportId).execute();
  const differing: string[] = [];
  for (const figure of figures) {
    if (snapshot === undefined || !isFigureKey(figure.key) || fingerprintOf(await computeFigure(tx, snapshot.id, figure.key)) !== figure.sha256) differing.push(figure.key);
  }
  const unknownFigures = bodies.flatMap(({ body }) => boundFigures(body)).filter((key) => !isFigureKey(key));
  return gapsOf({ frozen: snapshot !== undefined, sections, differing, unknownFigures });
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
