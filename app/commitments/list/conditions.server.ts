import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { ListState } from '#app/table/state';
import { statuses } from '../model';
import { healthCondition, readable, todayOf, type View } from '../readable.server';
import { type Filter, underWay } from './model';

export type Filters = ListState<Filter>['filters'];

/** The condition behind a filtered list, on `commitments as c`. Whatever is unknown matches nothing; what says nothing is left out. */
export function matching(viewer: Actor, filters: Filters, view: View): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [readable(viewer, view)];
  const any = (filter: Filter, condition: (values: string[]) => RawBuilder<unknown>): void => {
    const values = filters[filter];
    if (values !== undefined) parts.push(condition([...values]));
  };
  any('q', (values) => search(values[0] ?? ''));
  any('country', (values) => sql`c.id in (select commitment_id from commitment_countries where country_iso2 = any(${values.map((code) => code.toUpperCase())}))`);
  any('region', (values) => sql`c.id in (select k.commitment_id from commitment_countries k join countries on countries.iso2 = k.country_iso2 where ${values}::text[] && array[region_m49, subregion_m49])`);
  any('group', (values) => sql`c.id in (select k.commitment_id from commitment_countries k join country_group_periods p on p.iso2 = k.country_iso2
    where p.code = any(${values}) and p.from_on <= ${todayOf(view)} and (p.until_on is null or p.until_on > ${todayOf(view)}))`);
  any('node', (values) => sql`c.id in (select k.commitment_id from commitment_nodes k join framework_nodes n on n.id = k.node_id left join framework_nodes above on above.id = n.parent_id
    where n.code = any(${values}) or above.code = any(${values}))`);
  any('type', (values) => sql`c.type = any(${values})`);
  any('beneficiary', (values) => sql`c.id in (select commitment_id from commitment_beneficiaries where group_code = any(${values}))`);
  any('status', (values) => standing(values, view));
  any('lead', (values) => sql`(c.lead_organisation_id in (select id from organisations where ref = any(${values})) or c.lead_country_iso2 = any(${values}))`);
  any('origin', (values) => sql`(c.origin_decision_id in (select id from decisions where ref = any(${values})) or c.origin_recommendation_id in (select id from recommendations where ref = any(${values})))`);
  any('coalition', (values) => sql`c.coalition_id in (select id from coalitions where slug = any(${values}))`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** A state is asked for by its column where that is enough, so that its index helps. */
function standing(values: string[], view: View): RawBuilder<unknown> {
  const states = values.filter((value) => value !== underWay && statuses.some((status) => status === value));
  const healths = values.filter((value) => !states.includes(value) && value !== underWay);
  const parts: RawBuilder<unknown>[] = [];
  if (states.length > 0) parts.push(sql`c.status = any(${states})`);
  if (values.includes(underWay)) parts.push(sql`c.status = 'published'`);
  for (const health of healths) parts.push(healthCondition(health, todayOf(view)));
  return sql`(${sql.join(parts, sql` or `)})`;
}

/** A reference number finds its record; other words are searched in every language, as the stored tokens were made. */
function search(words: string): RawBuilder<unknown> {
  if (/^cmt-\d{4}-\d+$/i.test(words)) return sql`c.ref = ${words.toUpperCase()}`;
  if (!/[\p{L}\p{N}]/u.test(words)) return sql`true`;
  return sql`c.id in (select commitment_id from commitment_texts where search_tokens(${words}) <@ tokens)`;
}
