import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { beyond, markOf, recently, way, within } from '#app/table/keyset.server';
import { countLimit, totalOf, type Page } from '#app/table/keyset';
import { valueOf } from '#app/table/state';
import { ofDimension } from '#app/working-groups/dimensions/queries.server';
import { groupText, pageSize } from '#app/working-groups/fragments.server';
import { partiesOf, saidBy } from '#app/working-groups/responses/parties.server';
import { recommendationsVisibleTo } from '#app/working-groups/visible.server';
import { namesOne } from './addressees.server';
import type { RecommendationListState } from './list';
import type { RecommendationRow } from './queries.server';

export interface RegisterRow extends RecommendationRow {
  readonly made_on: string;
  readonly final_on: string | null;
  readonly group_ref: string;
  readonly group_name: string;
  readonly group_language: string;
  /** Addressees, each counted once, and what they answered. */
  readonly asked: number;
  readonly answered: number;
  readonly accepted: number;
  readonly in_part: number;
  readonly refused: number;
  readonly noted: number;
}

const made = recently(sql`r.created_at`);
const from = sql`from recommendations r join working_groups g on g.id = r.working_group_id`;

const rows = (view: View, more: RawBuilder<unknown> = sql``) => sql`
  select r.id, r.ref, r.title, r.status, r.created_at, to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD') as made_on, r.final_on, g.ref as group_ref, text.name as group_name, text.language as group_language,
    counted.* ${more}
  ${from} cross join ${groupText(view.language)} cross join lateral (
    select count(*)::int as asked, count(said.id)::int as answered, count(*) filter (where said.answer = 'accept')::int as accepted, count(*) filter (where said.answer = 'in_part')::int as in_part,
      count(*) filter (where said.answer = 'not')::int as refused, count(*) filter (where said.answer = 'noted')::int as noted
    from ${partiesOf} p left join ${saidBy} on true) counted`;

function matching(viewer: Actor, state: RecommendationListState, view: View): RawBuilder<unknown> {
  const { group, status, year, clause, addressee, dimension } = state.filters;
  const words = valueOf(state, 'q');
  return sql.join([
    recommendationsVisibleTo(viewer, view), ofDimension(sql`r.dimension_id`, dimension),
    ...(group === undefined ? [] : [within(sql`g.ref`, group)]),
    ...(status === undefined ? [] : [within(sql`r.status`, status)]),
    ...(year === undefined ? [] : [within(sql`extract(year from r.created_at at time zone 'UTC')::text`, year)]),
    ...(clause === undefined ? [] : [sql`exists (select from recommendation_nodes rn join framework_nodes n on n.id = rn.node_id where rn.recommendation_id = r.id and ${within(sql`n.code`, clause)})`]),
    ...(addressee === undefined ? [] : [namesOne(addressee)]),
    ...(words === '' ? [] : [sql`(r.ref = upper(${words}) or r.tokens @> search_tokens(${words}))`]),
  ], sql` and `);
}

/** One page of the register: the recommendations that a viewer may see. */
export async function listRecommendations(viewer: Actor, state: RecommendationListState, view: View): Promise<Page<RegisterRow>> {
  const which = matching(viewer, state, view);
  const [found, count] = await Promise.all([
    sql<RegisterRow & { sort_key: string }>`${rows(view, sql`, ${made.text} as sort_key`)} where ${which} and ${beyond(state, made, sql`r.id`)} order by r.created_at ${way(state)}, r.id ${way(state)} limit ${pageSize + 1}`.execute(database()),
    sql<{ counted: number }>`select count(*)::int as counted from (select ${from} where ${which} limit ${countLimit + 1}) counted_rows`.execute(database()),
  ]);
  return { ...markOf<RegisterRow>(found.rows, pageSize), total: totalOf(count.rows[0]?.counted ?? 0) };
}

/** Every recommendation that matches, for files; ordered as the register. */
export async function allRecommendations(viewer: Actor, state: RecommendationListState, view: View): Promise<readonly RegisterRow[]> {
  return (await sql<RegisterRow>`${rows(view)} where ${matching(viewer, state, view)} order by r.created_at ${way(state)}, r.id ${way(state)}`.execute(database())).rows;
}

interface Choices {
  readonly years: readonly string[];
  readonly groups: readonly { readonly value: string; readonly label: string }[];
  readonly clauses: readonly string[];
}

/** What the register can be narrowed to, of the recommendations that the viewer may see. */
export async function choicesOfRecommendations(viewer: Actor, view: View): Promise<Choices> {
  const found = await sql<{ [Key in keyof Choices]: Choices[Key] | null }>`
    with seen as (select r.id, extract(year from r.created_at at time zone 'UTC')::text as year, g.ref, text.name ${from} cross join ${groupText(view.language)} where ${recommendationsVisibleTo(viewer, view)})
    select (select array_agg(distinct year order by year desc) from seen) as years,
      (select json_agg(json_build_object('value', ref, 'label', name) order by name collate "und-x-icu", ref) from (select distinct ref, name from seen) one) as groups,
      (select array_agg(distinct n.code order by n.code) from seen join recommendation_nodes rn on rn.recommendation_id = seen.id join framework_nodes n on n.id = rn.node_id) as clauses`.execute(database());
  const { years, groups, clauses } = found.rows[0] ?? {};
  return { years: years ?? [], groups: groups ?? [], clauses: clauses ?? [] };
}
