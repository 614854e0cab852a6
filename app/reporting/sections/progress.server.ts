import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { languages, type Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { freshnessOf, type Freshness, type TranslationOrigin } from '#app/records/translations/model';
import { standingOf, wordsIn, type LimitStanding } from './limits';
import { isTold } from './told.server';

/** How a section stands in one language. */
export interface LanguageProgress {
  readonly language: Language;
  readonly freshness: Freshness;
  readonly words: number;
  readonly standing: LimitStanding;
}
/** How far a section is: in each language, and what is open about it. */
export interface SectionProgress {
  readonly languages: readonly LanguageProgress[];
  readonly open: number;
}

interface Row {
  readonly id: string;
  readonly word_limit: number | null;
  readonly open: number;
  readonly texts: readonly { readonly language: string; readonly body: string; readonly number: number; readonly origin: TranslationOrigin; readonly source: number | null; readonly checked_by: string | null }[];
}

/** How far the sections that a report tells are, by their ids; or one of its sections alone. */
export async function progressOf(_viewer: Actor, report: { readonly id: string; readonly authoritative: Language }, sectionId?: string): Promise<Record<string, SectionProgress>> {
  const found = await sql<Row>`
    select s.id, s.word_limit, (select count(*)::int from report_section_comments c where c.section_id = s.id and c.parent_id is null and c.settled_at is null) as open,
      coalesce((select jsonb_agg(jsonb_build_object('language', t.language, 'body', t.body, 'number', t.number, 'origin', t.origin, 'source', t.source, 'checked_by', t.checked_by)) from report_section_texts t where t.section_id = s.id), '[]') as texts
    from report_sections s where s.report_id = ${report.id}::uuid and ${sectionId === undefined ? isTold() : sql`s.id = ${sectionId}::uuid`}`.execute(database());
  return Object.fromEntries(found.rows.map((row) => [row.id, { open: row.open, languages: languagesOf(row, report.authoritative) }]));
}

/** The authoritative language first, then the others in their order. */
function languagesOf({ word_limit: limit, texts }: Row, authoritative: Language): LanguageProgress[] {
  const state = texts.find((one) => one.language === authoritative)?.number ?? 0;
  return [authoritative, ...languages.filter((one) => one !== authoritative)].map((language) => {
    const text = texts.find((one) => one.language === language && one.body.trim() !== '');
    const words = text === undefined ? 0 : wordsIn(text.body, language);
    const freshness = freshnessOf(text === undefined ? undefined : { ...text, source_version: text.source ?? 0 }, authoritative, state);
    return { language, freshness, words, standing: text === undefined ? 'free' : standingOf({ words, limit, translation: language !== authoritative }) };
  });
}
