import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { database, type Reader } from '#app/platform/database.server';

/** An approval that was given. */
export interface Approval {
  readonly capacity: string;
  readonly person_id: string;
  readonly name: string;
  readonly approved_on: string;
}

/** The groups that steer a coalition and have a chair in force: the steering group and the plenary. */
export async function chairsOf(db: Reader, coalition_id: string, now: Date): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select g.id from working_groups g where g.coalition_id = ${coalition_id} and g.kind in ('steering', 'plenary') and g.status in ('chartered', 'active', 'reporting')
      and exists (select from roles r join people p on p.id = r.person_id where r.working_group_id = g.id and r.role in ('wg_chair', 'wg_cochair')
        and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}) and p.suspended_at is null and p.erased_at is null)
    order by g.id`.execute(db);
  return found.rows.map(({ id }) => id);
}

export async function approvalsOf(_viewer: Actor, reportId: string): Promise<Approval[]> {
  const found = await sql<Approval>`
    select a.capacity, a.person_id, p.name, to_char(a.approved_at at time zone 'UTC', 'YYYY-MM-DD') as approved_on
    from report_approvals a join people p on p.id = a.person_id where a.report_id = ${reportId} order by a.approved_at, a.capacity`.execute(database());
  return found.rows;
}
