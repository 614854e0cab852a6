import { sql } from 'kysely';
import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { isFigureName } from '#app/reporting/figures/subjects';
import { isTold } from '#app/reporting/sections/told.server';
import { reopenIn } from '../approvals/reopening.server';
import { lockReport } from '../operations.server';
import type { reportPolicy } from '../policy';

type Policy = typeof reportPolicy;

/** What is wrong and what is right, and where. */
export interface ErratumForm {
  /** By number; null where it is of the report as a whole, or of a figure alone. */
  readonly position: number | null;
  readonly figure_key: string | null;
  readonly words: string;
  readonly language: Language;
}

/**
 * RP-3: begins the next edition of the one that stands, with its first erratum. Its texts are those of the corrected one; the chapter that
 * the erratum names is signed off again. It reads the same snapshot, unless figures change: then it is frozen anew, for the same day.
 */
export function correctReport(granted: PermitFor<Policy['correct']>, occasion: Occasion, seen: number | undefined, form: ErratumForm & { readonly figures_change: boolean; readonly counts_later?: boolean }): Promise<Result<{ ref: string; edition: number }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    granted.again(report);
    if (seen !== undefined && seen !== report.version) return refused(problem('form:problems.changed_meanwhile'));
    const id = newId();
    const edition = report.edition + 1;
    const { ref, cycle_id, language } = report;
    await tx.insertInto('reports').values({
      id, ref, cycle_id, language, edition, corrects_id: report.id, snapshot_of: form.figures_change ? id : report.snapshot_of, counts_later: form.figures_change && form.counts_later === true, status: form.figures_change ? 'drafting' : 'review',
    }).execute();
    await copyTexts(tx, report, id);
    const wrong = await insertErratum(tx, granted, occasion, id, form);
    return wrong === undefined ? done({ ref, edition }) : refused(wrong);
  });
}

/** Says what else the next edition corrects. */
export function addErratum(granted: PermitFor<Policy['addErratum']>, occasion: Occasion, form: ErratumForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    granted.again(report);
    const wrong = await insertErratum(tx, granted, occasion, report.id, form);
    if (wrong !== undefined) return refused(wrong);
    await reopenIn(tx, report);
    return done({ ref: report.ref });
  });
}

async function insertErratum(tx: Tx, granted: PermitFor<Policy['correct']> | PermitFor<Policy['addErratum']>, occasion: Occasion, report_id: string, { position, figure_key, words, language }: ErratumForm) {
  const section = position === null ? undefined : await tx.selectFrom('report_sections as s').select(['s.id', 's.status', 's.version']).where('s.report_id', '=', report_id).where('s.position', '=', position).where(isTold()).forUpdate().executeTakeFirst();
  if ((position !== null && section === undefined) || (figure_key !== null && !isFigureName(figure_key))) return problem('reporting:problems.passage_needed', 'passage');
  await tx.insertInto('report_errata').values({ id: newId(), report_id, section_id: section?.id ?? null, figure_key, words, language, written_by: personOf(granted.actor), written_at: occasion.now }).execute();
  if (section !== undefined) {
    await tx.updateTable('report_sections').set({ status: 'drafting', signed_off_by: null, signed_off_at: null, version: section.version + 1 }).where('id', '=', section.id).execute();
  }
  return undefined;
}

/** Titles, chapters with their sign-offs, what was left out, and what members replied, or that they were silent: as they stood. */
async function copyTexts(tx: Tx, { id: from, reply_until: replyUntil }: { readonly id: string; readonly reply_until: Day | null }, to: string): Promise<void> {
  await sql`insert into report_texts (report_id, language, title, summary) select ${to}::uuid, language, title, summary from report_texts where report_id = ${from}`.execute(tx);
  const sections = await tx.selectFrom('report_sections').selectAll().where('report_id', '=', from).orderBy('position').execute();
  for (const { id: earlier, report_id: _, version: _version, ...section } of sections) {
    const id = newId();
    await tx.insertInto('report_sections').values({ ...section, id, report_id: to }).execute();
    await sql`insert into report_section_texts (section_id, language, heading, body, origin, checked_by, checked_at, number, source, written_by, written_at)
      select ${id}::uuid, language, heading, body, origin, checked_by, checked_at, number, source, written_by, written_at from report_section_texts where section_id = ${earlier}`.execute(tx);
    const replies = await tx.selectFrom('report_replies').selectAll().where('section_id', '=', earlier).execute();
    if (replies.length > 0) await tx.insertInto('report_replies').values(replies.map((reply) => ({ ...reply, id: newId(), report_id: to, section_id: id, version: 1, silent_on: reply.replied_at === null ? reply.silent_on ?? replyUntil : null }))).execute();
  }
}
