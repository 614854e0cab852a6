import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import type { GroupRecord } from '#app/working-groups/queries.server';
import { groupsVisibleTo, sessionsVisibleTo } from '#app/working-groups/visible.server';
import { arcOf, spanOf, type ArcFacts, type ArcMonth } from './model';

/** The two years of a group, month by month, as far as the viewer may see its sessions: what is proposed follows the last one that they see. */
export async function arcOfGroup(viewer: Actor, group: GroupRecord, view: View): Promise<readonly ArcMonth[]> {
  const today = todayOf(view);
  const span = spanOf(group, today);
  const day = sql`(s.starts_at at time zone s.time_zone)::date`;
  const found = await sql<Pick<ArcFacts, 'versions' | 'sessions' | 'last'>>`
    select
      (select coalesce(json_agg(json_build_object('version', x.version, 'from_on', x.from_on, 'cadence', x.cadence) order by x.version), '[]') from working_group_terms x where x.working_group_id = g.id) as versions,
      (select coalesce(json_agg(json_build_object('ref', s.ref, 'title', s.title, 'status', s.status, 'day', ${day}) order by s.starts_at, s.number), '[]') from sessions s
        where s.working_group_id = g.id and ${day} between ${span.from}::date and ${span.until}::date and ${sessionsVisibleTo(viewer, view)}) as sessions,
      (select ${day} from sessions s where s.working_group_id = g.id and s.status <> 'cancelled' and ${sessionsVisibleTo(viewer, view)} order by s.starts_at desc limit 1) as last
    from working_groups g where g.id = ${group.id} and ${groupsVisibleTo(viewer, view)}`.execute(database());
  const [facts] = found.rows;
  return facts === undefined ? [] : arcOf({ ...facts, starts_on: group.starts_on, ends_on: group.ends_on, status: group.status, notice_days: group.notice_days }, today);
}
