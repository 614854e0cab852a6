import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { newId } from '#app/platform/identity';
import { lockSection, onLocked, textIn } from '../lock.server';
import { standsIn } from '../model';
import { noteComment } from '../notices.server';
import type { sectionPolicy } from '../policy';

type Policy = typeof sectionPolicy;
type Id = { readonly id: string };

export interface CommentForm {
  /** The text that it is about, and words of it; null is the whole. */
  readonly language: Language;
  readonly quoted: string | null;
  readonly words: string;
}

/** SE-4: says something about a section, or about words that stand in it. */
export function commentOn(granted: PermitFor<Policy['comment']>, occasion: Occasion, { language, quoted, words }: CommentForm): Promise<Result<Id>> {
  return onLocked(granted, occasion, undefined, async (tx, { report, section }) => {
    const text = await textIn(tx, section.id, language);
    if (quoted !== null && !standsIn(quoted, `${text?.heading ?? ''}\n${text?.body ?? ''}`)) return refused(problem('reporting:problems.not_in_text', 'quoted'));
    const id = newId();
    await tx.insertInto('report_section_comments').values({ id, section_id: section.id, parent_id: null, language, number: text?.number ?? 0, quoted, words, written_by: personOf(granted.actor), written_at: occasion.now }).execute();
    await noteComment(tx, granted.actor, { ...section, ref: report.ref }, { id, words, answers: undefined }, occasion.now);
    return done({ id });
  });
}

/** Answers a comment; what was settled is not answered any more. */
export function answerComment(granted: PermitFor<Policy['comment']>, occasion: Occasion, comment: string, words: string): Promise<Result<Id>> {
  return onLocked(granted, occasion, undefined, async (tx, { report, section }) => {
    const asked = await tx.selectFrom('report_section_comments').selectAll().where('id', '=', comment).where('section_id', '=', section.id).where('parent_id', 'is', null).executeTakeFirst();
    if (asked === undefined || asked.settled_at !== null) return refused(problem('reporting:problems.comment_settled'));
    const id = newId();
    await tx.insertInto('report_section_comments').values({ id, section_id: section.id, parent_id: asked.id, language: asked.language, number: asked.number, words, written_by: personOf(granted.actor), written_at: occasion.now }).execute();
    await noteComment(tx, granted.actor, { ...section, ref: report.ref }, { id, words, answers: asked.written_by }, occasion.now);
    return done({ id });
  });
}

/** Says that nothing more is to be done about a comment; a second time changes nothing. */
export function settleComment(granted: PermitFor<Policy['settle']>, occasion: Occasion, comment: string): Promise<Result<Id>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { section, subject } = await lockSection(tx, granted.subject, occasion.now);
    const asked = await tx.selectFrom('report_section_comments').selectAll().where('id', '=', comment).where('section_id', '=', section.id).where('parent_id', 'is', null).forUpdate().executeTakeFirst();
    granted.again({ ...subject, comment_by: asked?.written_by ?? null });
    if (asked !== undefined && asked.settled_at === null) await tx.updateTable('report_section_comments').set({ settled_by: personOf(granted.actor), settled_at: occasion.now }).where('id', '=', asked.id).execute();
    return done({ id: comment });
  });
}
