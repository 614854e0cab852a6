import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { onDaysOf, type MeetingDays } from '#app/working-groups/meetings/days.server';
import { recommendationsVisibleTo, outcomesVisibleTo } from '#app/working-groups/visible.server';
import type { TakeawayRef } from './policy';

export interface Takeaway extends TakeawayRef {
  readonly ref: string;
  readonly text: string;
  readonly language: string;
  readonly session_ref: string;
  readonly session_title: string;
  /** Clauses that it is about. */
  readonly clauses: readonly { readonly code: string; readonly framework: string }[];
  /** What came of it, as far as the viewer may see it. */
  readonly recommendations: readonly string[];
  readonly commitments: readonly string[];
}

async function those(viewer: Actor, which: RawBuilder<unknown>, view: View): Promise<readonly Takeaway[]> {
  return (await sql<Takeaway>`
    select k.id, k.ref, k.text, k.language, s.working_group_id, g.coalition_id, s.ref as session_ref, s.title as session_title,
      exists (select from recommendation_takeaways x where x.takeaway_id = k.id) or exists (select from commitments x where x.origin_takeaway_id = k.id) as taken_up,
      (select coalesce(json_agg(json_build_object('code', n.code, 'framework', f.code) order by f.code, n.code), '[]') from takeaway_nodes kn join framework_nodes n on n.id = kn.node_id
        join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id where kn.takeaway_id = k.id) as clauses,
      (select coalesce(json_agg(r.ref order by r.ref), '[]') from recommendation_takeaways x join recommendations r on r.id = x.recommendation_id where x.takeaway_id = k.id and ${recommendationsVisibleTo(viewer, view)}) as recommendations,
      (select coalesce(json_agg(c.ref order by c.ref), '[]') from commitments c where c.origin_takeaway_id = k.id and ${readable(viewer, view)}) as commitments
    from takeaways k join sessions s on s.id = k.session_id join working_groups g on g.id = s.working_group_id
    where ${which} and ${outcomesVisibleTo(viewer, view)} order by s.starts_at, k.ref limit 500`.execute(database())).rows;
}

export const takeawaysOfSession = (viewer: Actor, sessionId: string, view: View): Promise<readonly Takeaway[]> => those(viewer, sql`s.id = ${sessionId}`, view);

/** Of all sessions of a group on the days of a meeting. */
export const takeawaysOfMeeting = (viewer: Actor, meeting: MeetingDays, view: View): Promise<readonly Takeaway[]> => those(viewer, onDaysOf(meeting), view);

export const takeawaysUnder = (viewer: Actor, recommendationId: string, view: View): Promise<readonly Takeaway[]> =>
  those(viewer, sql`k.id in (select takeaway_id from recommendation_takeaways where recommendation_id = ${recommendationId})`, view);

export const findTakeaway = async (viewer: Actor, ref: string, view: View): Promise<Takeaway | undefined> => (await those(viewer, sql`k.ref = ${ref}`, view))[0];
