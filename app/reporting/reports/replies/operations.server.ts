import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { isFigureName } from '#app/reporting/figures/subjects';
import { beforeReply } from '../model';
import { boundFigures } from '#app/reporting/sections/model';
import { isTold } from '#app/reporting/sections/told.server';
import { lockReport } from '../operations.server';
import type { reportPolicy } from '../policy';
import { publicationGaps } from '../publication.server';
import { reopenIn } from '../approvals/reopening.server';
import { noteAsked, noteReplyGiven } from './notices.server';
import { awaited } from './queries.server';
import { lastDayOf, takesReply } from './window';

type Policy = typeof reportPolicy;

export interface Naming {
  /** By number, as chapters are shown. */
  readonly position: number | null;
  readonly figure_key: string | null;
  readonly organisation_id: string | null;
  readonly country_iso2: string | null;
  readonly about: string;
  readonly language: Language;
}

/** Says what a passage or a figure says of a member, who will be asked for a reply. */
export function nameMember(granted: PermitFor<Policy['name']>, occasion: Occasion, naming: Naming): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    granted.again(report);
    const { position, ...said } = naming;
    const section = await tx.selectFrom('report_sections as s').select('s.id').where('s.report_id', '=', report.id).where('s.position', '=', position ?? 0).where(isTold()).executeTakeFirst();
    if (section === undefined) return refused(problem('reporting:problems.passage_needed', 'passage'));
    if (naming.figure_key !== null && !(await bindsFigure(tx, section.id, naming.figure_key))) return refused(problem('reporting:problems.passage_needed', 'passage'));
    const id = newId();
    await tx.insertInto('report_replies').values({ id, report_id: report.id, section_id: section.id, ...said, asked_by: personOf(granted.actor), asked_at: occasion.now }).execute();
    return done({ id });
  });
}

async function bindsFigure(tx: Tx, sectionId: string, key: string): Promise<boolean> {
  const texts = await tx.selectFrom('report_section_texts').select('body').where('section_id', '=', sectionId).execute();
  return isFigureName(key) && texts.some(({ body }) => boundFigures(body).includes(key));
}

/** Takes back that a member is named, before anybody was asked. */
export function unnameMember(granted: PermitFor<Policy['name']>, occasion: Occasion, id: string): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    granted.again(report);
    // What was answered of an earlier edition stays beside its passage.
    await tx.deleteFrom('report_replies').where('id', '=', id).where('report_id', '=', report.id).where('replied_at', 'is', null).execute();
    return done(null);
  });
}

/** Asks all who are named, until a day; or says why nobody is. What they read is signed off and frozen. */
export function askForReplies(granted: PermitFor<Policy['ask']>, occasion: Occasion, form: { readonly working_days: number; readonly nobody: string | null }): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    granted.again(report);
    const missing = beforeReply(await publicationGaps(tx, report.id, occasion.now));
    if (missing.length > 0) return refused(...missing.map((gap) => problem(`reporting:gaps.${gap}`)));
    const asked = await tx.selectFrom('report_replies as p').selectAll('p').where('p.report_id', '=', report.id).where(awaited).orderBy('p.id').execute();
    if (asked.length === 0 && form.nobody === null) return refused(problem('reporting:problems.nobody_why', 'nobody'));
    const reply_until = lastDayOf(occasion.now, report.zone, form.working_days);
    await tx.updateTable('reports').set({
      status: 'right_of_reply', reply_opened_at: occasion.now, reply_until, reply_nobody: asked.length === 0 ? form.nobody : null, version: report.version + 1,
    }).where('id', '=', report.id).execute();
    for (const one of asked) await noteAsked(tx, { ...one, ref: report.ref, reply_until }, occasion.now);
    return done({ ref: report.ref });
  });
}

/** A member's reply; it can be written anew until the window closes. Who had approved has approved another text. */
export function giveReply(granted: PermitFor<Policy['reply']>, occasion: Occasion, id: string, seen: number | undefined, said: { readonly reply: string; readonly language: Language }): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    const row = await tx.selectFrom('report_replies').selectAll().where('id', '=', id).where('report_id', '=', report.id).forUpdate().executeTakeFirstOrThrow();
    granted.again({ ...report, organisation_id: row.organisation_id, country_iso2: row.country_iso2, window_open: takesReply({ ...report, silent_on: row.silent_on }, occasion.now) });
    if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    await tx.updateTable('report_replies').set({ reply: said.reply, reply_language: said.language, replied_by: personOf(granted.actor), replied_at: occasion.now, version: row.version + 1 }).where('id', '=', id).execute();
    await reopenIn(tx, report);
    await noteReplyGiven(tx, granted.actor, { ...row, ref: report.ref, coalition_id: report.coalition_id, version: row.version + 1 }, said.reply, occasion.now);
    return done({ id });
  });
}
