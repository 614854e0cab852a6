import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { reopenIn } from '#app/reporting/reports/approvals/reopening.server';
import { mostWords, standingOf, wordsIn } from './limits';
import { onLocked, textIn, type LockedSection } from './lock.server';
import { noteAssigned, noteReturned, noteSent, noteSignedOff } from './notices.server';
import type { sectionPolicy } from './policy';

type Policy = typeof sectionPolicy;
type Id = { readonly id: string };

/**
 * Gives a section to somebody who writes it, with as many words as it may have; `null` leaves it with the secretariat, or free. A text that
 * was signed off by the new owner is drafted again.
 */
export function assignSection(granted: PermitFor<Policy['assign']>, occasion: Occasion, owner_id: string | null, word_limit?: number | null): Promise<Result<Id>> {
  return onLocked(granted, occasion, undefined, async (tx, { report, section }) => {
    const signedByOwner = section.signed_off_by !== null && section.signed_off_by === owner_id;
    await tx.updateTable('report_sections').set({
      owner_id, ...(word_limit === undefined ? {} : { word_limit }), version: section.version + 1, ...(signedByOwner ? { status: 'drafting', signed_off_by: null, signed_off_at: null } : {}),
    }).where('id', '=', section.id).execute();
    if (signedByOwner) await reopenIn(tx, report);
    if (owner_id !== section.owner_id) await noteAssigned(tx, granted.actor, { ...section, ref: report.ref, owner_id, version: section.version + 1 }, occasion.now);
    return done({ id: section.id });
  });
}

/** Gives a section to those who sign it off. */
export function sendSection(granted: PermitFor<Policy['send']>, occasion: Occasion, seen?: number): Promise<Result<Id>> {
  return onLocked(granted, occasion, seen, async (tx, { report, section }) => {
    if (await isEmpty(tx, section.id, report.language)) return refused(problem('reporting:problems.section_empty'));
    await tx.updateTable('report_sections').set({ status: 'in_review', return_words: null, returned_by: null, returned_at: null, version: section.version + 1 }).where('id', '=', section.id).execute();
    await noteSent(tx, granted.actor, { ...section, ref: report.ref, coalition_id: report.coalition_id, version: section.version + 1 }, occasion.now);
    return done({ id: section.id });
  });
}

/** Gives it back to who writes it, with what is to mend. */
export function returnSection(granted: PermitFor<Policy['return']>, occasion: Occasion, seen: number | undefined, words: string): Promise<Result<Id>> {
  return onLocked(granted, occasion, seen, async (tx, { report, section }) => {
    await tx.updateTable('report_sections').set({ status: 'drafting', return_words: words, returned_by: personOf(granted.actor), returned_at: occasion.now, version: section.version + 1 }).where('id', '=', section.id).execute();
    await noteReturned(tx, granted.actor, { ...section, ref: report.ref, version: section.version + 1 }, words, occasion.now);
    return done({ id: section.id });
  });
}

/** SE-1, SE-3: signs a section off: never its owner, never who wrote the authoritative text that stands there, and nothing far over its limit. */
export function signOffSection(granted: PermitFor<Policy['signOff']>, occasion: Occasion, seen?: number): Promise<Result<Id>> {
  // What is signed is the text that was read.
  return onLocked(granted, occasion, seen, async (tx, locked) => {
    const { report, section } = locked;
    if (await isEmpty(tx, section.id, report.language)) return refused(problem('reporting:problems.section_empty'));
    const by = personOf(granted.actor);
    if (by !== null && (await textIn(tx, section.id, report.language))?.written_by === by) return refused(problem('access:problems.not_your_own'));
    const long = await tooLong(tx, locked);
    if (long.length > 0) return refused(...long);
    await tx.updateTable('report_sections').set({ status: 'signed_off', signed_off_by: by, signed_off_at: occasion.now, version: section.version + 1 }).where('id', '=', section.id).execute();
    await noteSignedOff(tx, granted.actor, { ...section, ref: report.ref, version: section.version + 1 }, occasion.now);
    return done({ id: section.id });
  });
}

const isEmpty = async (tx: Tx, sectionId: string, language: string): Promise<boolean> => ((await textIn(tx, sectionId, language))?.body ?? '').trim() === '';

async function tooLong(tx: Tx, { report, section }: LockedSection): Promise<Problem[]> {
  const { word_limit: limit } = section;
  if (limit === null) return [];
  const texts = await tx.selectFrom('report_section_texts').select(['language', 'body']).where('section_id', '=', section.id).orderBy('language').execute();
  return texts.flatMap(({ language, body }) => {
    const [words, translation] = [wordsIn(body, language), language !== report.language];
    return standingOf({ words, limit, translation }) === 'stops' ? [problem('reporting:problems.too_long', undefined, { language, words, limit: mostWords(limit, translation) })] : [];
  });
}
