import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { At } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { OutputKind } from '../model';
import { outcomesVisibleTo } from '../visible.server';

export interface OutputRow {
  readonly id: string;
  readonly kind: OutputKind;
  readonly title: string;
  /** An address elsewhere; null for a file that is kept here. */
  readonly url: string | null;
  readonly media_type: string | null;
  readonly size_bytes: number | null;
}

/** What goes with a report that its caller has found. */
export async function outputsOf(_viewer: Actor, outcomeId: string): Promise<readonly OutputRow[]> {
  return (await sql<OutputRow>`select x.id, x.kind, x.title, x.url, f.media_type, f.size_bytes::int as size_bytes from outcome_outputs x left join files f on f.id = x.file_id where x.outcome_id = ${outcomeId} order by x.added_at, x.id`.execute(database())).rows;
}

/** The stored file of one that goes with a report that the viewer reads. */
export async function findOutputFile(viewer: Actor, id: string, view: At): Promise<string | undefined> {
  if (!isId(id)) return undefined;
  return (await sql<{ file_id: string | null }>`select x.file_id from outcome_outputs x join outcome_reports o on o.id = x.outcome_id join working_groups g on g.id = o.working_group_id
    where x.id = ${id} and ${outcomesVisibleTo(viewer, view)}`.execute(database())).rows[0]?.file_id ?? undefined;
}
