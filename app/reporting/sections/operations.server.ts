import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import { isFigureKey } from '#app/reporting/figures/model';
import { reopenIn } from '#app/reporting/reports/approvals/reopening.server';
import { lockReport } from '#app/reporting/reports/operations.server';
import { boundFigures } from './model';
import type { sectionPolicy } from './policy';

/** Gives a section to somebody who writes it; `null` leaves it with the secretariat. A text that was signed off by the new owner is drafted again. */
export function assignSection(granted: PermitFor<typeof sectionPolicy.assign>, occasion: Occasion, owner_id: string | null): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { report, section } = await lockSection(tx, granted);
    const signedByOwner = section.signed_off_by !== null && section.signed_off_by === owner_id;
    await tx.updateTable('report_sections').set({
      owner_id, version: section.version + 1, ...(signedByOwner ? { status: 'drafting', signed_off_by: null, signed_off_at: null } : {}),
    }).where('id', '=', section.id).execute();
    if (signedByOwner) await reopenIn(tx, report);
    return done({ id: section.id });
  });
}

/** Writes a section in one language. A section that was signed off goes back to its drafting: what was signed was another text. */
export function writeSection(
  granted: PermitFor<typeof sectionPolicy.write>, occasion: Occasion, version: number | undefined, language: Language, text: { readonly heading: string; readonly body: string },
): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { report, section } = await lockSection(tx, granted);
    if (version !== undefined && section.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    const unknown = unknownFigures(text.body);
    if (unknown.length > 0) return refused(problem('reporting:problems.unknown_figure', 'body', { figures: unknown.join(', ') }));
    await tx.insertInto('report_section_texts').values({ section_id: section.id, language, ...text })
      .onConflict((conflict) => conflict.columns(['section_id', 'language']).doUpdateSet({ ...text, origin: 'human', checked_by: null })).execute();
    await tx.updateTable('report_sections').set({ status: 'drafting', signed_off_by: null, signed_off_at: null, version: section.version + 1 }).where('id', '=', section.id).execute();
    await reopenIn(tx, report);
    return done({ id: section.id });
  });
}

/** Figures that a text binds and that are none of ours. */
const unknownFigures = (body: string): string[] => boundFigures(body).filter((key) => !isFigureKey(key));

/** Signs a section off: never its owner, and never who wrote the authoritative text that stands there. */
export function signOffSection(granted: PermitFor<typeof sectionPolicy.signOff>, occasion: Occasion, seen?: number): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { report, section } = await lockSection(tx, granted);
    // What is signed is the text that was read.
    if (seen !== undefined && seen !== section.version) return refused(problem('form:problems.changed_meanwhile'));
    const written = await tx.selectFrom('report_section_texts').select('body').where('section_id', '=', section.id).where('language', '=', report.language).executeTakeFirst();
    if (written === undefined || written.body.trim() === '') return refused(problem('reporting:problems.section_empty'));
    const by = granted.actor.kind === 'person' ? granted.actor.id : null;
    if (by !== null && (await writerOf(tx, section.id, report.language)) === by) return refused(problem('access:problems.not_your_own'));
    await tx.updateTable('report_sections').set({ status: 'signed_off', signed_off_by: by, signed_off_at: occasion.now, version: section.version + 1 }).where('id', '=', section.id).execute();
    return done({ id: section.id });
  });
}

/** Who wrote the authoritative text that stands there now: the audit trail knows, and nobody can change it. */
async function writerOf(tx: Tx, sectionId: string, language: string): Promise<string | null> {
  const last = await tx.selectFrom('audit_log').select('actor_id').where('parent_table', '=', 'report_sections').where('parent_id', '=', sectionId)
    .where('table_name', '=', 'report_section_texts').where('record_id', '=', language).orderBy('id', 'desc').limit(1).executeTakeFirst();
  return last?.actor_id ?? null;
}

type OnSection = PermitFor<typeof sectionPolicy.write> | PermitFor<typeof sectionPolicy.signOff> | PermitFor<typeof sectionPolicy.assign>;

async function lockSection(tx: Tx, granted: OnSection) {
  const report = await lockReport(tx, granted.subject.id);
  const section = await tx.selectFrom('report_sections').selectAll().where('id', '=', granted.subject.section_id).where('report_id', '=', report.id).forUpdate().executeTakeFirstOrThrow();
  granted.again({ ...report, section_id: section.id, owner_id: section.owner_id });
  return { report, section };
}
