import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { standsIn } from '../model';

interface Said {
  readonly id: string;
  readonly words: string;
  readonly written_by: string | null;
  readonly writer: string | null;
  readonly written_at: Date;
}
/** A comment with what was answered. */
export interface SectionComment extends Said {
  readonly language: Language;
  readonly number: number;
  readonly quoted: string | null;
  /** The words that are quoted stand in the text as it is now. */
  readonly stands: boolean;
  readonly settled_at: Date | null;
  readonly settler: string | null;
  readonly answers: readonly Said[];
}

/** What was said about a section: what is open first, each in the order in which it was said. */
export async function commentsOn(_viewer: Actor, sectionId: string): Promise<SectionComment[]> {
  const found = await sql<Omit<SectionComment, 'answers' | 'stands'> & { parent_id: string | null; text: string }>`
    select c.id, c.parent_id, c.language, c.number, c.quoted, c.words, c.written_by, w.name as writer, c.written_at, c.settled_at, s.name as settler, coalesce(t.heading || E'\\n' || t.body, '') as text
    from report_section_comments c left join people w on w.id = c.written_by left join people s on s.id = c.settled_by
    left join report_section_texts t on c.quoted is not null and t.section_id = c.section_id and t.language = c.language
    where c.section_id = ${sectionId}::uuid order by c.settled_at is not null, c.written_at, c.id`.execute(database());
  return found.rows.filter(({ parent_id }) => parent_id === null).map(({ parent_id: _, text, ...comment }) => ({
    ...comment, stands: comment.quoted === null || standsIn(comment.quoted, text),
    answers: found.rows.filter((one) => one.parent_id === comment.id).map(({ id, words, written_by, writer, written_at }) => ({ id, words, written_by, writer, written_at })),
  }));
}

/** Who made a comment of a section; undefined where there is none. */
export const findComment = (_viewer: Actor, sectionId: string, id: string) =>
  database().selectFrom('report_section_comments').select('written_by').where('section_id', '=', sectionId).where('id', '=', id).where('parent_id', 'is', null).executeTakeFirst();
