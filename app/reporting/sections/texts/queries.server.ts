import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import type { TranslationOrigin } from '#app/records/translations/model';

/** What a section says in one language, with where it comes from. */
export interface StandingText {
  readonly number: number;
  readonly heading: string;
  readonly body: string;
  readonly origin: TranslationOrigin;
  readonly source: number | null;
  readonly written_by: string | null;
  readonly writer: string | null;
  readonly written_at: Date;
  readonly checked_by: string | null;
  readonly checker: string | null;
}

/** For its form; undefined where it is not written in the language yet. */
export async function findSectionText(_viewer: Actor, sectionId: string, language: Language): Promise<StandingText | undefined> {
  const found = await sql<StandingText>`
    select t.number, t.heading, t.body, t.origin, t.source, t.written_by, w.name as writer, t.written_at, t.checked_by, c.name as checker
    from report_section_texts t left join people w on w.id = t.written_by left join people c on c.id = t.checked_by
    where t.section_id = ${sectionId}::uuid and t.language = ${language}`.execute(database());
  return found.rows[0];
}

/** A text as it was saved. */
export interface SavedText {
  readonly number: number;
  readonly heading: string;
  readonly body: string;
  readonly origin: TranslationOrigin;
  readonly base: number | null;
  readonly restores: number | null;
  readonly writer: string | null;
  readonly written_at: Date;
}

/** The latest texts of a section in a language, the newest first; a text that was saved more often than that has lost nothing, and shows the latest. */
export async function listSavedTexts(_viewer: Actor, sectionId: string, language: Language): Promise<SavedText[]> {
  const found = await sql<SavedText>`
    select v.number, v.heading, v.body, v.origin, v.base, v.restores, w.name as writer, v.written_at from report_section_versions v left join people w on w.id = v.written_by
    where v.section_id = ${sectionId}::uuid and v.language = ${language} order by v.number desc limit 100`.execute(database());
  return found.rows;
}
