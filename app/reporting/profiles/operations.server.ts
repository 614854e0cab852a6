import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { languages } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { subjectsNamed } from '#app/reporting/figures/narrowed/names.server';
import { sameSubject, type Subject } from '#app/reporting/figures/subjects';
import { reopenIn } from '#app/reporting/reports/approvals/reopening.server';
import { lockReport } from '#app/reporting/reports/operations.server';
import type { reportPolicy } from '#app/reporting/reports/policy';
import { onLocked, textIn } from '#app/reporting/sections/lock.server';
import { profileKind } from '#app/reporting/sections/model';
import { noteAssigned } from '#app/reporting/sections/notices.server';
import type { sectionPolicy } from '#app/reporting/sections/policy';
import { saveText } from '#app/reporting/sections/texts/operations.server';
import { candidatesFor, type Candidate } from './candidates.server';
import { draftsOf } from './drafting.server';

/** SE-8: adds profiles after the chapters, each with who speaks for its subject as its owner. Whoever has one already gets no second one. */
export function addProfiles(granted: PermitFor<typeof reportPolicy.addProfiles>, occasion: Occasion, subjects: readonly Subject[]): Promise<Result<{ added: number }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const report = await lockReport(tx, granted.subject.id);
    granted.again(report);
    const candidates = await candidatesFor(tx, { report, language: 'en', now: occasion.now }, { sets: [], subjects });
    if (candidates.length === 0) return refused(problem('reporting:problems.nobody_chosen'));
    const last = await tx.selectFrom('report_sections').select(({ fn }) => fn.max('position').as('position')).where('report_id', '=', report.id).executeTakeFirst();
    const sections = candidates.map((one, at) => ({ id: newId(), position: (last?.position ?? 0) + at + 1, one }));
    await insertSections(tx, report, sections, { by: personOf(granted.actor), at: occasion.now });
    await reopenIn(tx, report);
    for (const { id, position, one } of sections) {
      if (one.owner_id !== null) await noteAssigned(tx, granted.actor, { id, report_id: report.id, ref: report.ref, position, kind: profileKind, owner_id: one.owner_id, version: 1 }, occasion.now);
    }
    return done({ added: sections.length });
  });
}

type Planned = { readonly id: string; readonly position: number; readonly one: Candidate };

/** In every language under its name; what it says is still to be written. */
async function insertSections(tx: Tx, report: { readonly id: string; readonly language: string }, sections: readonly Planned[], { by, at }: { readonly by: string | null; readonly at: Date }): Promise<void> {
  const named = await subjectsNamed(tx, sections.map(({ one }) => one));
  await tx.insertInto('report_sections').values(sections.map(({ id, position, one: { country_iso2, working_group_id, organisation_id, owner_id } }) => (
    { id, report_id: report.id, position, kind: profileKind, country_iso2, working_group_id, organisation_id, owner_id, status: owner_id === null ? 'drafting' : 'assigned' }))).execute();
  await tx.insertInto('report_section_texts').values(sections.flatMap(({ id, one }) => {
    const names = named.find((other) => sameSubject(one, other))?.names ?? {};
    return languages.map((language) => ({ section_id: id, language, heading: names[language] ?? names['en'] ?? one.name, body: '', written_by: by, written_at: at, source: language === report.language ? null : 1 }));
  })).execute();
}

/**
 * SE-9: writes the first text of a profile from the data, in every language of the report. What somebody wrote stays: without `replaces`, the
 * version that was read, nothing is put in its place; and it stays among the versions.
 */
export function draftProfile(granted: PermitFor<typeof sectionPolicy.draft>, occasion: Occasion, replaces?: number): Promise<Result<{ id: string }>> {
  return onLocked(granted, occasion, undefined, async (tx, locked) => {
    const { report, section } = locked;
    const drafts = await draftsOf(tx, { report, section, now: occasion.now });
    if (drafts === undefined) return refused(problem('reporting:problems.no_profile'));
    for (const { language, text } of drafts) {
      const before = await textIn(tx, section.id, language);
      const authoritative = language === report.language;
      const stands = isWritten(before);
      if (authoritative && stands && replaces === undefined) return refused(problem('reporting:problems.text_stands'));
      if (authoritative && replaces !== undefined && replaces !== (before?.number ?? 0)) return refused(problem('form:problems.changed_meanwhile'));
      // A translation that a person made or checked stays; it is out of date then, and says so.
      if (authoritative || !stands) await saveText(tx, { locked, actor: granted.actor, now: occasion.now, language, before, drafted: true }, { ...text, origin: 'machine' });
    }
    return done({ id: section.id });
  });
}

/** Whether a person wrote a text, or stands for it. */
export const isWritten = (text: { readonly body: string; readonly origin: string; readonly checked_by: string | null } | undefined): boolean =>
  text !== undefined && text.body.trim() !== '' && (text.origin !== 'machine' || text.checked_by !== null);
