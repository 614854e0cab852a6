import { may } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { freshnessOf } from '#app/records/translations/model';
import { textPieces } from '#app/reporting/publication/chapters.server';
import { reason } from '#app/reporting/reports/desk-facts.server';
import { commentsOn } from './comments/queries.server';
import { sectionPolicy } from './policy';
import { progressOf } from './progress.server';
import { sectionWriters } from './queries.server';
import { reasonsOf, type FoundSection } from './request.server';
import { findSectionText, type StandingText } from './texts/queries.server';

/** What the page of a section shows: its text in one language beside the authoritative one, what was said about it, and what the viewer may do. */
export async function factsOf({ viewer, report, section, subject, writing, now }: FoundSection) {
  const translating = writing !== report.authoritative;
  const [text, authoritative, writers, progress, comments] = await Promise.all([
    findSectionText(viewer, section.id, writing), translating ? findSectionText(viewer, section.id, report.authoritative) : undefined, sectionWriters(viewer, report.coalition_id, now, section.id), progressOf(viewer, report, section.id), commentsOn(viewer, section.id),
  ]);
  const { body: _, ...rest } = section;
  const { ref, title, zone } = report;
  const checking = text === undefined || !translating ? undefined : may(sectionPolicy.check, viewer, { ...subject, language: writing, written_by: text.written_by });
  return {
    report: { ref, title, zone, authoritative: report.authoritative }, section: rest, writing, text, authoritative, writers, progress: progress[section.id] ?? { languages: [], open: 0 },
    freshness: freshnessOf(text === undefined || text.body.trim() === '' ? undefined : { ...text, language: writing, source_version: text.source ?? 0 }, report.authoritative, authoritative?.number ?? 0),
    pieces: textPieces(text?.body ?? '', report, textFor(writing, 'reporting'), writing),
    comments: comments.map((one) => ({ ...one, settles: may(sectionPolicy.settle, viewer, { ...subject, comment_by: one.written_by }).allowed })),
    why: reasonsOf(viewer, subject), check: checking === undefined ? undefined : reason(checking) ?? true as const,
  };
}
export type SectionFacts = Awaited<ReturnType<typeof factsOf>>;
export type { StandingText };
