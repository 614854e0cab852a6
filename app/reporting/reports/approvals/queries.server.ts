import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { database, type Reader } from '#app/platform/database.server';

/** An approval that was given. */
export interface Approval {
  readonly capacity: string;
  readonly person_id: string;
  readonly name: string;
  readonly approved_on: string;
}

/** The groups that steer a coalition and have a chair in force, as an array: the steering group and the plenary. */
export const chairGroups = (coalition: RawBuilder<unknown>, now: Date): RawBuilder<string[]> => sql<string[]>`(
  select coalesce(array_agg(g.id::text order by g.id), '{}') from working_groups g
  where g.coalition_id = ${coalition} and g.kind in ('steering', 'plenary') and g.status in ('chartered', 'active', 'reporting')
    and exists (select from roles h join people p on p.id = h.person_id where h.working_group_id = g.id and h.role in ('wg_chair', 'wg_cochair')
      and h.starts_at <= ${now} and (h.ends_at is null or h.ends_at > ${now}) and p.suspended_at is null and p.erased_at is null))`;

export async function chairsOf(db: Reader, coalition_id: string, now: Date): Promise<string[]> {
  const found = await sql<{ chairs: string[] }>`select ${chairGroups(sql`${coalition_id}::uuid`, now)} as chairs`.execute(db);
  return found.rows[0]?.chairs ?? [];
}

export async function approvalsOf(_viewer: Actor, reportId: string): Promise<Approval[]> {
  const found = await sql<Approval>`
    select a.capacity, a.person_id, p.name, to_char(a.approved_at at time zone 'UTC', 'YYYY-MM-DD') as approved_on
    from report_approvals a join people p on p.id = a.person_id where a.report_id = ${reportId} order by a.approved_at, a.capacity`.execute(database());
  return found.rows;
}
