import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { healthCondition, readable, todayOf, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';

/** How many records of a kind are proposed for one agenda. */
const most = 8;

export interface InScope {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
}

/**
 * The commitments in a group’s scope that are overdue: the published ones that answer its decisions or recommendations, as their origin or in the answer of an
 * addressee, or that stand on clauses which its recommendations name, and of which nothing was heard for too long, or which are off track. Those that answer come first.
 */
export async function overdueInScope(viewer: Actor, groupId: string, view: View): Promise<readonly InScope[]> {
  const today = todayOf(view);
  return (await sql<InScope>`
    with answering as (
      select c.id from commitments c join decisions d on d.id = c.origin_decision_id where d.working_group_id = ${groupId}
      union select c.id from commitments c join recommendations r on r.id = c.origin_recommendation_id where r.working_group_id = ${groupId}
      union select x.commitment_id from recommendation_responses x join recommendations r on r.id = x.recommendation_id where r.working_group_id = ${groupId} and x.commitment_id is not null
    ), standing as (
      select cn.commitment_id as id from commitment_nodes cn join recommendation_nodes rn on rn.node_id = cn.node_id join recommendations r on r.id = rn.recommendation_id where r.working_group_id = ${groupId} and r.status <> 'draft'
    )
    select c.id, c.ref, text.title from commitments c
      cross join lateral (select t.title from commitment_texts t where t.commitment_id = c.id order by t.language = ${view.language} desc, t.language = 'en' desc, t.language limit 1) text
    where c.id in (select id from answering union select id from standing) and (${healthCondition('stale', today)} or ${healthCondition('off_track', today)}) and ${readable(viewer, view)}
    order by c.id in (select id from answering) desc, c.last_update_on nulls first, c.ref limit ${most}`.execute(database())).rows;
}

/** The recommendations of a group that nothing answers yet: out of the draft, no commitment names them as its origin, and no addressee has answered. */
export async function unansweredOf(groupId: string): Promise<readonly InScope[]> {
  return (await sql<InScope>`
    select r.id, r.ref, r.title from recommendations r where r.working_group_id = ${groupId} and r.status in ('preliminary', 'final', 'endorsed')
      and not exists (select from commitments c where c.origin_recommendation_id = r.id and c.published_at is not null)
      and not exists (select from recommendation_responses x where x.recommendation_id = r.id)
    order by r.created_at, r.ref limit ${most}`.execute(database())).rows;
}
