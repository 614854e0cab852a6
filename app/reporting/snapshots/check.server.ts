import { database } from '#app/platform/database.server';
import { differingNarrowed } from '#app/reporting/figures/narrowed/check.server';
import { differingFigures } from '#app/reporting/figures/storing.server';
import { findFrozen, type Comparison } from './comparison.server';
import { hashOfSnapshot } from './freeze.server';
import { compareWithTrail, markOf } from './trail.server';

export interface ReportCheck {
  readonly ref: string;
  readonly edition: number;
  readonly sha256: string;
  /** What the rows that are kept hash to now. */
  readonly recomputed: string;
  /** What the audit trail says was sealed; null where it says nothing. */
  readonly trailed: string | null;
  /** Figures of which something kept is not what snapshots give when it is computed again. */
  readonly figures: readonly string[];
  /** Rows that are not what the trail tells of the instant of freezing; null where the trail does not know that instant. */
  readonly rows: Comparison | null;
  readonly holds: boolean;
}

/** Recomputes a report: the hash over its rows, its figures from them, and the rows themselves as of the freeze, from the trail of what was done. */
export async function checkReport(report: { readonly id: string; readonly ref: string; readonly edition: number }): Promise<ReportCheck | undefined> {
  const db = database();
  const frozen = await findFrozen(db, report.id);
  if (frozen === undefined) return undefined;
  const mark = await markOf(db, frozen.id);
  const recomputed = await hashOfSnapshot(db, frozen.id);
  const figures = [...await differingFigures(db, frozen), ...await differingNarrowed(db, frozen)];
  const rows = mark === undefined ? null : await compareWithTrail(frozen, mark);
  const { sha256 } = frozen;
  return {
    ref: report.ref, edition: report.edition, sha256, recomputed, trailed: mark?.sha256 ?? null, figures, rows,
    holds: recomputed === sha256 && mark?.sha256 === sha256 && figures.length === 0 && rows?.counts.length === 0,
  };
}

/** Every edition that was frozen, or the editions of one report, in the order in which they were frozen. */
export const frozenReports = (ref?: string): Promise<{ id: string; ref: string; edition: number }[]> =>
  database().selectFrom('reports as r').innerJoin('snapshots as s', 's.report_id', 'r.id').select(['r.id', 'r.ref', 'r.edition'])
    .$if(ref !== undefined, (query) => query.where('r.ref', '=', ref ?? '')).orderBy('s.frozen_at').orderBy('r.ref').orderBy('r.edition').execute();
