import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { At } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { insideOf, sessionsVisibleTo } from '#app/working-groups/visible.server';
import type { PaperPlace } from './policy';

export interface PaperRow {
  readonly id: string;
  readonly agenda_item_id: string;
  readonly title: string;
  /** An address elsewhere; null for a file that is kept here. */
  readonly url: string | null;
  readonly media_type: string | null;
  readonly size_bytes: number | null;
  readonly is_open: boolean;
}

const seen = (viewer: Actor, view: At) => sql`(${insideOf(viewer, view)} or (p.is_open and ${sessionsVisibleTo(viewer, view)}))`;
const from = sql`from agenda_papers p join sessions s on s.id = p.session_id join working_groups g on g.id = s.working_group_id`;

/** PA-2: the papers of a session as far as the viewer reads them: all inside of the group, elsewhere those that the chair opened, where the session is seen. */
export async function papersOf(viewer: Actor, sessionId: string, view: At): Promise<readonly PaperRow[]> {
  return (await sql<PaperRow>`select p.id, p.agenda_item_id, p.title, p.url, f.media_type, f.size_bytes::int as size_bytes, p.is_open ${from} left join files f on f.id = p.file_id
    where p.session_id = ${sessionId} and ${seen(viewer, view)} order by p.added_at, p.id`.execute(database())).rows;
}

/** The stored file of a paper that the viewer reads. */
export async function findPaperFile(viewer: Actor, id: string, view: At): Promise<string | undefined> {
  if (!isId(id)) return undefined;
  return (await sql<{ file_id: string | null }>`select p.file_id ${from} where p.id = ${id} and ${seen(viewer, view)}`.execute(database())).rows[0]?.file_id ?? undefined;
}

export interface PlacedPaper extends PaperPlace {
  readonly paper_id: string;
  readonly item_id: string;
  readonly title: string;
  readonly is_open: boolean;
  readonly session_ref: string;
  readonly visibility: string;
}

/** A paper with the session and the item that it belongs to, for the group's own room. */
export async function findPaper(viewer: Actor, id: string, view: At): Promise<PlacedPaper | undefined> {
  if (!isId(id)) return undefined;
  return (await sql<PlacedPaper>`select s.id, s.working_group_id, g.coalition_id, s.status, i.presenter_id, p.id as paper_id, i.id as item_id, p.title, p.is_open, s.ref as session_ref, s.visibility
    ${from} join agenda_items i on i.id = p.agenda_item_id where p.id = ${id} and ${insideOf(viewer, view)}`.execute(database())).rows[0];
}
