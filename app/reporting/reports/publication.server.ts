import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import type { Reader, Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { computeFigure, fingerprintOf, recordsOf } from '#app/reporting/figures/computing.server';
import { definitions, figureKeys, isFigureKey, type FigureKey, type FigureResult } from '#app/reporting/figures/model';
import { namesFor } from '#app/reporting/figures/names.server';
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
    for (const key of figureKeys) await storeFigure(tx, report.id, id, key, as_of);
    await tx.updateTable('reports').set({ status: 'review', version: report.version + 1 }).where('id', '=', report.id).execute();
    return done({ ref: report.ref, sha256 });
  });
}

async function storeFigure(tx: Tx, report_id: string, snapshotId: string, key: FigureKey, as_of: Day): Promise<void> {
  const result = await computeFigure(tx, snapshotId, key);
  const { reporting, expected, missing } = result;
  const definition = { ...definitions[key], names: await namesFor(tx, key, result.rows) };
  const id = newId();
  await tx.insertInto('report_figures').values({
    id, report_id, key, number: definition.number, definition: json(definition), result: json(result), as_of, reporting, expected, missing, sha256: fingerprintOf(result),
  }).execute();
  await sql`insert into report_figure_records (figure_id, kind, record_id, part) select ${id}::uuid, kind, record_id, part from (${recordsOf(key, snapshotId)}) as behind`.execute(tx);
}

const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::text::jsonb`;

/** What publishing the report still needs: sections, and every figure recomputed from an untouched snapshot equal to the stored one. */
export async function publicationGaps(db: Reader, reportId: string): Promise<Gap[]> {
  const snapshot = await db.selectFrom('snapshots').select(['id', 'sha256', 'rule_versions']).where('report_id', '=', reportId).executeTakeFirst();
  const sections = await db.selectFrom('report_sections').select(['id', 'kind', 'status']).where('report_id', '=', reportId).execute();
  const bodies = await db.selectFrom('report_section_texts as t').innerJoin('report_sections as s', 's.id', 't.section_id').select('t.body').where('s.report_id', '=', reportId).execute();
  const unknownFigures = bodies.flatMap(({ body }) => boundFigures(body)).filter((key) => !isFigureKey(key));
  const untouched = snapshot === undefined || (await hashOfSnapshot(db, snapshot.id)) === snapshot.sha256;
  const differing = snapshot === undefined ? [] : await differingFigures(db, reportId, snapshot.id, figureKeys.filter((key) => key in (snapshot.rule_versions as object)));
  return gapsOf({ frozen: snapshot !== undefined, untouched, sections, differing, unknownFigures });
}

/** Figures that the snapshot was frozen with and that are missing, or whose stored result is not what the snapshot gives when it is computed again. */
async function differingFigures(db: Reader, reportId: string, snapshotId: string, frozenWith: readonly FigureKey[]): Promise<string[]> {
  const stored = await db.selectFrom('report_figures').select(['key', 'result', 'reporting', 'expected', 'missing', 'sha256']).where('report_id', '=', reportId).execute();
  const differing: string[] = [];
  for (const key of frozenWith) {
    const figure = stored.find((one) => one.key === key);
    const result = figure?.result as FigureResult | undefined;
    const computed = fingerprintOf(await computeFigure(db, snapshotId, key));
    const same = figure !== undefined && result !== undefined && figure.sha256 === computed && fingerprintOf({ ...result, reporting: figure.reporting, expected: figure.expected, missing: figure.missing }) === computed;
    if (!same) differing.push(key);
  }
  return differing;
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
