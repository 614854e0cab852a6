import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { isFigureKey } from '#app/reporting/figures/model';
import { boundFigures, type SectionKind } from './model';
import type { reportPolicy } from './policy';

export interface SectionForm {
  readonly kind: SectionKind;
  readonly owner_id: string | null;
  readonly texts: Readonly<Partial<Record<Language, { readonly heading: string; readonly body: string }>>>;
}
export interface ReportForm {
  readonly language: Language;
  readonly titles: Readonly<Partial<Record<Language, { readonly title: string; readonly summary: string | null }>>>;
  readonly sections: readonly SectionForm[];
}

/** Plans the report of a cycle with its sections; each has an owner who writes and somebody else who signs off. */
export function planReport(granted: PermitFor<typeof reportPolicy.plan>, occasion: Occasion, form: ReportForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { cycle_id } = granted.subject;
    const cycle = await tx.selectFrom('cycles').select('ref').where('id', '=', cycle_id).forUpdate().executeTakeFirstOrThrow();
    const known = await tx.selectFrom('reports').select('id').where('cycle_id', '=', cycle_id).executeTakeFirst();
    if (known !== undefined) return refused(problem('reporting:problems.report_exists'));
    const id = newId();
    const ref = `RPT-${cycle.ref}`;
    await tx.insertInto('reports').values({ id, ref, cycle_id, status: 'drafting', language: form.language }).execute();
    await tx.insertInto('report_texts').values(Object.entries(form.titles).map(([language, text]) => ({ report_id: id, language, ...text }))).execute();
    for (const [at, section] of form.sections.entries()) await insertSection(tx, id, at + 1, section);
    return done({ id, ref });
  });
}

async function insertSection(tx: Tx, report_id: string, position: number, form: SectionForm): Promise<void> {
  const id = newId();
  await tx.insertInto('report_sections').values({ id, report_id, position, kind: form.kind, owner_id: form.owner_id, status: 'drafting' }).execute();
  const texts = Object.entries(form.texts).map(([language, text]) => ({ section_id: id, language, ...text }));
  if (texts.length > 0) await tx.insertInto('report_section_texts').values(texts).execute();
}

/** Writes a section in one language. A section that was signed off goes back to its drafting: what was signed was another text. */
export function writeSection(
  granted: PermitFor<typeof reportPolicy.write>, occasion: Occasion, version: number, language: Language, text: { readonly heading: string; readonly body: string },
): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { section } = await lockSection(tx, granted);
    if (section.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    const unknown = unknownFigures(text.body);
    if (unknown.length > 0) return refused(problem('reporting:problems.unknown_figure', 'body', { figures: unknown.join(', ') }));
    await tx.insertInto('report_section_texts').values({ section_id: section.id, language, ...text })
      .onConflict((conflict) => conflict.columns(['section_id', 'language']).doUpdateSet(text)).execute();
    await tx.updateTable('report_sections').set({ status: 'drafting', signed_off_by: null, signed_off_at: null, version: section.version + 1 }).where('id', '=', section.id).execute();
    return done({ id: section.id });
  });
}

/** Figures that a text binds and that are none of ours. */
const unknownFigures = (body: string): string[] => boundFigures(body).filter((key) => !isFigureKey(key));

/** Signs a section off; never its own author. */
export function signOffSection(granted: PermitFor<typeof reportPolicy.signOff>, occasion: Occasion): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { section } = await lockSection(tx, granted);
    const written = await tx.selectFrom('report_section_texts').select('body').where('section_id', '=', section.id).where('body', '<>', '').limit(1).executeTakeFirst();
    if (written === undefined) return refused(problem('reporting:problems.section_empty'));
    await tx.updateTable('report_sections').set({
      status: 'signed_off', signed_off_by: granted.actor.kind === 'person' ? granted.actor.id : null, signed_off_at: occasion.now, version: section.version + 1,
    }).where('id', '=', section.id).execute();
    return done({ id: section.id });
  });
}

type OnSection = PermitFor<typeof reportPolicy.write> | PermitFor<typeof reportPolicy.signOff>;

async function lockSection(tx: Tx, granted: OnSection) {
  const report = await lockReport(tx, granted.subject.id);
  const section = await tx.selectFrom('report_sections').selectAll().where('id', '=', granted.subject.section_id).where('report_id', '=', report.id).forUpdate().executeTakeFirstOrThrow();
  granted.again({ ...report, section_id: section.id, owner_id: section.owner_id });
  return { report, section };
}

/** The report as it is now, locked, with the coalition that its cycle belongs to. */
export async function lockReport(tx: Tx, id: string) {
  return tx.selectFrom('reports as r').innerJoin('cycles as y', 'y.id', 'r.cycle_id').selectAll('r').select(['y.coalition_id', 'y.year', 'y.ref as cycle_ref'])
    .where('r.id', '=', id).forUpdate('r').executeTakeFirstOrThrow();
}
