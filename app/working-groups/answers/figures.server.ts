import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { isWhole } from '#app/reporting/figures/queries.server';
import { standingTo } from '#app/reporting/publication/published.server';

/** A figure of a published report. */
export interface ReportedFigure {
  readonly report: string;
  readonly key: string;
}

/** The end of the chain: figures of published reports that count a commitment which came of a decision, of what was recommended on it, or of a recommendation. */
export async function figuresFrom(viewer: Actor, of: { readonly decision: string } | { readonly recommendation: string }, view: View): Promise<readonly ReportedFigure[]> {
  const recommended = 'decision' in of ? sql`select recommendation_id from recommendation_decisions where decision_id = ${of.decision}` : sql`select ${of.recommendation}::uuid`;
  const decided = 'decision' in of ? sql`c.origin_decision_id = ${of.decision}` : sql`false`;
  const found = await sql<ReportedFigure>`
    select distinct on (p.published_at, p.ref, f.number) p.ref as report, f.key
    from commitments c join report_figure_records k on k.kind = 'commitment' and k.record_id = c.id::text join report_figures f on f.id = k.figure_id join reports p on p.snapshot_of = f.report_id
    where (${decided} or c.origin_recommendation_id in (${recommended}) or c.id in (select commitment_id from recommendation_responses where recommendation_id in (${recommended})))
      and ${readable(viewer, view)} and ${isWhole(sql`f`)} and ${standingTo(view.now, sql`p`)} order by p.published_at desc, p.ref desc, f.number`.execute(database());
  return found.rows;
}
