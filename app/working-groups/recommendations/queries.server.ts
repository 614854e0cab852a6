import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { groupText } from '#app/working-groups/fragments.server';
import { decisionsVisibleTo, insideOf, recommendationsVisibleTo } from '#app/working-groups/visible.server';
import type { RecommendationStatus } from './model';
import type { RecommendationRef } from './policy';

export interface RecommendationRow {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly status: RecommendationStatus;
  readonly created_at: Date;
}

export interface RecommendationRecord extends RecommendationRow, RecommendationRef {
  readonly status: RecommendationStatus;
  readonly text: string;
  readonly version: number;
  readonly dimension_id: string | null;
  readonly final_on: string | null;
  readonly closed_why: string | null;
  readonly succeeds: string | null;
  readonly succeeded_by: string | null;
  readonly group_ref: string;
  readonly group_name: string;
  readonly group_language: string;
  readonly inside: boolean;
}

const columns = sql`r.id, r.ref, r.title, r.status, r.created_at`;

export async function findRecommendation(viewer: Actor, ref: string, view: View): Promise<RecommendationRecord | undefined> {
  const other = (which: RawBuilder<unknown>) => sql`(select o.ref from recommendations o where ${which} and (o.status <> 'draft' or ${insideOf(viewer, view)}))`;
  const found = await sql<RecommendationRecord>`
    select ${columns}, r.text, r.version, r.dimension_id, r.final_on, r.closed_why, r.working_group_id, g.coalition_id, g.ref as group_ref, text.name as group_name, text.language as group_language, ${insideOf(viewer, view)} as inside,
      ${other(sql`o.id = r.succeeds_id`)} as succeeds, ${other(sql`o.succeeds_id = r.id`)} as succeeded_by
    from recommendations r join working_groups g on g.id = r.working_group_id cross join ${groupText(view.language)}
    where r.ref = ${ref} and ${recommendationsVisibleTo(viewer, view)}`.execute(database());
  return found.rows[0];
}

/** A text that a recommendation had before. */
export interface EarlierText {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly replaced_on: string;
}

/** RC-2: the texts before this one, latest first, for the group's own room; its caller has found the recommendation. */
export async function earlierTexts(recommendation: Pick<RecommendationRecord, 'id' | 'inside'>): Promise<readonly EarlierText[]> {
  if (!recommendation.inside) return [];
  return (await sql<EarlierText>`select number, title, text, to_char(replaced_at at time zone 'UTC', 'YYYY-MM-DD') as replaced_on from recommendation_versions where recommendation_id = ${recommendation.id} order by number desc`.execute(database())).rows;
}

export async function recommendationsOfGroup(viewer: Actor, groupId: string, view: View): Promise<readonly RecommendationRow[]> {
  return (await sql<RecommendationRow>`select ${columns} from recommendations r join working_groups g on g.id = r.working_group_id
    where g.id = ${groupId} and ${recommendationsVisibleTo(viewer, view)} order by r.ref desc`.execute(database())).rows;
}

/** The recommendations that rest on a decision. */
export async function recommendationsOn(viewer: Actor, decisionId: string, view: View): Promise<readonly RecommendationRow[]> {
  return (await sql<RecommendationRow>`select ${columns} from recommendation_decisions rd join recommendations r on r.id = rd.recommendation_id join working_groups g on g.id = r.working_group_id
    where rd.decision_id = ${decisionId} and ${recommendationsVisibleTo(viewer, view)} order by r.ref`.execute(database())).rows;
}

export interface SourceDecision {
  readonly ref: string;
  readonly text: string;
  readonly session_ref: string | null;
}

/** The decisions that a recommendation rests on, as far as the viewer may see them. */
export async function decisionsUnder(viewer: Actor, recommendationId: string, view: View): Promise<readonly SourceDecision[]> {
  return (await sql<SourceDecision>`
    select d.ref, d.text, s.ref as session_ref from recommendation_decisions rd join decisions d on d.id = rd.decision_id left join sessions s on s.id = d.session_id
    join working_groups g on g.id = d.working_group_id where rd.recommendation_id = ${recommendationId} and ${decisionsVisibleTo(viewer, view)} order by d.ref`.execute(database())).rows;
}

export interface ClauseRow {
  readonly id: string;
  readonly code: string;
  readonly framework: string;
  readonly title: string;
}

const clauseText = (view: View) => sql`lateral (
  select t.title from framework_node_texts t where t.node_id = n.id order by t.language = ${view.language} desc, t.language = 'en' desc, t.language limit 1) as clause on true`;

/** The clauses that a recommendation is about. */
export async function clausesOf(_viewer: Actor, recommendationId: string, view: View): Promise<readonly ClauseRow[]> {
  return (await sql<ClauseRow>`
    select n.id, n.code, f.code as framework, clause.title from recommendation_nodes rn join framework_nodes n on n.id = rn.node_id join framework_versions v on v.id = n.version_id
    join frameworks f on f.id = v.framework_id left join ${clauseText(view)} where rn.recommendation_id = ${recommendationId} order by f.code, n.code`.execute(database())).rows;
}

/** The action lines of published versions: what a recommendation can be about. */
export async function clausesToChoose(_viewer: Actor, view: View): Promise<readonly ClauseRow[]> {
  return (await sql<ClauseRow>`
    select n.id, n.code, f.code as framework, clause.title from framework_nodes n join framework_versions v on v.id = n.version_id and v.status = 'published'
    join frameworks f on f.id = v.framework_id left join ${clauseText(view)} where n.kind = 'action_line' order by f.code, n.position`.execute(database())).rows;
}
