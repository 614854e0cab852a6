import { sql } from 'kysely';
import type { Reader } from '#app/platform/database.server';

/** A decision as it stood when the report was frozen. */
export interface NotedDecision {
  readonly ref: string;
  readonly text: string;
  readonly on: string | null;
}

/** Decisions in one state: how many there are, and the latest of them. */
export interface Noted {
  readonly status: 'provisional' | 'adopted';
  readonly total: number;
  readonly latest: readonly NotedDecision[];
}

/** Decisions of a snapshot that wait to be confirmed, and those that were adopted, so many of each. */
export async function notedIn(db: Reader, snapshotId: string, most: number): Promise<Noted[]> {
  const found = await sql<Noted>`
    select status, total, jsonb_agg(jsonb_build_object('ref', ref, 'text', text, 'on', "on") order by place) as latest
    from (
      select ref, facts ->> 'status' as status, facts ->> 'text' as text, facts ->> 'on' as "on", count(*) over (partition by facts ->> 'status')::int as total,
        row_number() over (partition by facts ->> 'status' order by facts ->> 'on' desc nulls last, ref collate "C" desc) as place
      from snapshot_rows where snapshot_id = ${snapshotId}::uuid and kind = 'decision' and facts ->> 'status' in ('provisional', 'adopted')
    ) as placed where place <= ${most} group by status, total order by status collate "C" desc`.execute(db);
  return found.rows;
}
