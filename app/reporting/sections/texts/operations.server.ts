import { personOf, type Actor } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import type { TranslationOrigin } from '#app/records/translations/model';
import { lockSection, onLocked, rewritten, textIn, type LockedSection } from '../lock.server';
import type { sectionPolicy } from '../policy';
import { keepBound, unknownIn } from './binding.server';

type Policy = typeof sectionPolicy;
type Kept = { readonly number: number };

export interface SectionText {
  readonly heading: string;
  readonly body: string;
  /** Of a translation. */
  readonly origin?: TranslationOrigin;
}

/** Saves a section in one language. `base`: the version that its writer had before them, 0 for none; where another one stands, theirs is not saved over it. */
export function writeSection(granted: PermitFor<Policy['write']>, occasion: Occasion, base: number | undefined, language: Language, text: SectionText): Promise<Result<Kept>> {
  return onLocked(granted, occasion, undefined, async (tx, locked) => {
    const before = await textIn(tx, locked.section.id, language);
    if (base !== undefined && base !== (before?.number ?? 0)) return refused(problem('reporting:problems.written_meanwhile', 'body'));
    const unbound = await unknownIn(tx, text.body);
    if (unbound.length > 0) return refused(...unbound.map(({ line, key }) => problem('reporting:problems.unknown_figure', 'body', { line, key })));
    return done(await saveText(tx, { locked, actor: granted.actor, now: occasion.now, language, before }, text));
  });
}

/** SE-5: gives back the words of an earlier version, as a new one. */
export function restoreText(granted: PermitFor<Policy['restore']>, occasion: Occasion, base: number | undefined, { language, number }: { readonly language: Language; readonly number: number }): Promise<Result<Kept>> {
  return onLocked(granted, occasion, undefined, async (tx, locked) => {
    const before = await textIn(tx, locked.section.id, language);
    if (base !== undefined && base !== (before?.number ?? 0)) return refused(problem('form:problems.changed_meanwhile'));
    const earlier = await tx.selectFrom('report_section_versions').select(['heading', 'body', 'origin']).where('section_id', '=', locked.section.id).where('language', '=', language).where('number', '=', number).executeTakeFirst();
    if (earlier === undefined) return refused(problem('reporting:problems.no_version'));
    const origin = earlier.origin === 'machine' ? 'machine' : 'human';
    return done(await saveText(tx, { locked, actor: granted.actor, now: occasion.now, language, before }, { ...earlier, origin }, number));
  });
}

interface Saving {
  readonly locked: LockedSection;
  readonly actor: Actor;
  readonly now: Date;
  readonly language: string;
  readonly before: Awaited<ReturnType<typeof textIn>>;
  /** The portal wrote it from the data, also the text that counts. */
  readonly drafted?: boolean;
}

/** The same words are no other version; of a translation they say that it still holds. */
export async function saveText(tx: Tx, { locked, actor, now, language, before, drafted = false }: Saving, text: SectionText, restores: number | null = null): Promise<Kept> {
  const { report, section } = locked;
  const authoritative = report.language === language;
  const origin = authoritative && !drafted ? 'human' : (text.origin ?? 'human');
  const source = authoritative ? null : ((await textIn(tx, section.id, report.language))?.number ?? 0);
  if (before !== undefined && before.heading === text.heading && before.body === text.body && before.origin === origin && before.source === source) return { number: before.number };
  const facts = { heading: text.heading, body: text.body, origin, source, restores, base: before?.number ?? null, number: (before?.number ?? 0) + 1, written_by: personOf(actor), written_at: now, checked_by: null, checked_at: null };
  await tx.insertInto('report_section_texts').values({ section_id: section.id, language, ...facts })
    .onConflict((conflict) => conflict.columns(['section_id', 'language']).doUpdateSet(facts)).execute();
  await keepBound(tx, report, text.body);
  await rewritten(tx, locked);
  return { number: facts.number };
}

/** SE-6: another person has read a translation beside the authoritative text, and stands for it. */
export function checkTranslation(granted: PermitFor<Policy['check']>, occasion: Occasion, seen: number | undefined): Promise<Result<Kept>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { language } = granted.subject;
    const { report, section, subject } = await lockSection(tx, granted.subject, occasion.now);
    const text = await textIn(tx, section.id, language);
    const authoritative = await textIn(tx, section.id, report.language);
    if (text === undefined || text.body.trim() === '' || authoritative === undefined || report.language === language) return refused(problem('reporting:problems.nothing_to_check'));
    granted.again({ ...subject, language, written_by: text.written_by });
    if (seen !== undefined && seen !== text.number) return refused(problem('form:problems.changed_meanwhile'));
    await tx.updateTable('report_section_texts').set({ checked_by: personOf(granted.actor), checked_at: occasion.now, source: authoritative.number }).where('section_id', '=', section.id).where('language', '=', language).execute();
    return done({ number: text.number });
  });
}
