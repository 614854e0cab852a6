import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { insertSection, type SectionForm } from '#app/reporting/sections/planning.server';
import type { reportPolicy } from './policy';

export interface ReportForm {
  /** The authoritative language: the title is there in it. */
  readonly language: Language;
  readonly titles: Readonly<Partial<Record<Language, { readonly title: string; readonly summary: string | null }>>>;
  readonly sections: readonly SectionForm[];
}

/** Plans the report of a cycle with its sections; each has an owner who writes and somebody else who signs off. */
export function planReport(granted: PermitFor<typeof reportPolicy.plan>, occasion: Occasion, form: ReportForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { cycle_id } = granted.subject;
    const cycle = await tx.selectFrom('cycles').select(['ref', 'coalition_id']).where('id', '=', cycle_id).forUpdate().executeTakeFirstOrThrow();
    granted.again({ cycle_id, coalition_id: cycle.coalition_id });
    const known = await tx.selectFrom('reports').select('id').where('cycle_id', '=', cycle_id).executeTakeFirst();
    if (known !== undefined) return refused(problem('reporting:problems.report_exists'));
    if (form.titles[form.language] === undefined) return refused(problem('reporting:problems.title_needed', 'title'));
    const id = newId();
    const ref = `RPT-${cycle.ref}`;
    await tx.insertInto('reports').values({ id, ref, cycle_id, status: 'drafting', language: form.language, snapshot_of: id }).execute();
    await tx.insertInto('report_texts').values(Object.entries(form.titles).map(([language, text]) => ({ report_id: id, language, ...text }))).execute();
    for (const [at, section] of form.sections.entries()) await insertSection(tx, id, at + 1, section, { by: personOf(granted.actor), at: occasion.now, authoritative: form.language });
    return done({ id, ref });
  });
}

/** The report as it is now, locked, with the coalition that its cycle belongs to and the zone in which it counts days. */
export async function lockReport(tx: Tx, id: string) {
  return tx.selectFrom('reports as r').innerJoin('cycles as y', 'y.id', 'r.cycle_id').innerJoin('coalitions as c', 'c.id', 'y.coalition_id').selectAll('r').select(['y.coalition_id', 'y.year', 'y.ref as cycle_ref', 'c.time_zone as zone', 'c.licence as coalition_licence'])
    .where('r.id', '=', id).forUpdate('r').executeTakeFirstOrThrow();
}
