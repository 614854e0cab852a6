import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { groupText } from '#app/working-groups/fragments.server';
import { decisionsVisibleTo } from '#app/working-groups/visible.server';

interface DecisionChoices {
  readonly years: readonly string[];
  readonly groups: readonly { readonly value: string; readonly label: string }[];
  readonly clauses: readonly string[];
}

/** What the register can be narrowed to, of the decisions that the viewer may see: years of adoption, latest first, groups by name, clauses by code. */
export async function choicesOfDecisions(viewer: Actor, view: View): Promise<DecisionChoices> {
  const found = await sql<{ [Key in keyof DecisionChoices]: DecisionChoices[Key] | null }>`
    with seen as (
      select d.id, d.agenda_item_id, extract(year from d.adopted_on)::text as year, g.ref, text.name from decisions d left join sessions s on s.id = d.session_id
      join working_groups g on g.id = d.working_group_id cross join ${groupText(view.language)} where ${decisionsVisibleTo(viewer, view)}),
    about as (
      select i.node_id from seen join agenda_items i on i.id = seen.agenda_item_id union
      select rn.node_id from seen join recommendation_decisions rd on rd.decision_id = seen.id join recommendation_nodes rn on rn.recommendation_id = rd.recommendation_id)
    select (select array_agg(distinct year order by year desc) filter (where year is not null) from seen) as years,
      (select json_agg(json_build_object('value', ref, 'label', name) order by name collate "und-x-icu", ref) from (select distinct ref, name from seen) one) as groups,
      (select array_agg(distinct n.code order by n.code) from about join framework_nodes n on n.id = about.node_id) as clauses`.execute(database());
  const { years, groups, clauses } = found.rows[0] ?? {};
  return { years: years ?? [], groups: groups ?? [], clauses: clauses ?? [] };
}
