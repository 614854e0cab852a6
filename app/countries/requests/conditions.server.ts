import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { clausesUnder } from '#app/commitments/list/conditions.server';
import { todayOf, type View } from '#app/commitments/readable.server';
import { within } from '#app/table/keyset.server';
import type { ListState } from '#app/table/state';
import { openState, openStates, type RequestFilter } from './list';
import { requestClauses, requestStateSql, requestsVisibleTo } from './readable.server';

type Condition = (values: readonly string[], view: View) => RawBuilder<unknown>;

/** One condition for each filter over `support_requests as r`. A value that nothing can match finds nothing rather than everything. */
const conditions: Readonly<Record<Exclude<RequestFilter, 'node' | 'version'>, Condition>> = {
  q: ([words = '']) => sql`(r.ref = upper(${words}) or exists (select from support_request_texts x where x.request_id = r.id and x.tokens @> search_tokens(${words}) and cardinality(search_tokens(${words})) > 0))`,
  state: (values) => within(requestStateSql, values.flatMap((value) => (value === openState ? openStates : [value]))),
  country: (values) => within(sql`r.country_iso2`, values),
  region: (values) => sql`exists (select from countries x where x.iso2 = r.country_iso2 and (${within(sql`coalesce(x.region_m49, 'none')`, values)} or ${within(sql`x.subregion_m49`, values)}))`,
  group: (values, view) => sql`exists (select from country_group_periods x where x.iso2 = r.country_iso2 and ${within(sql`x.code`, values)} and x.from_on <= ${todayOf(view)} and (x.until_on is null or x.until_on > ${todayOf(view)}))`,
  pillar: (values) => sql`exists (select from framework_nodes x where x.id = r.pillar_node_id and ${within(sql`x.code`, values)})`,
  beneficiary: (values) => sql`exists (select from support_request_beneficiaries x where x.request_id = r.id and ${within(sql`x.group_code`, values)})`,
};

/** Everything that a request must meet to be in the list: that the viewer may read it, and each filter that is set. */
export function requestConditions(viewer: Actor, filters: ListState<RequestFilter>['filters'], view: View): RawBuilder<unknown> {
  const set = (Object.keys(conditions) as (keyof typeof conditions)[]).flatMap((filter) => {
    const values = filters[filter];
    return values === undefined ? [] : [conditions[filter](values, view)];
  });
  const clauses = filters.node === undefined && filters.version === undefined ? [] : [sql`exists (select from (${requestClauses}) x where x.request_id = r.id and x.node_id in (${clausesUnder(filters)}))`];
  return sql.join([requestsVisibleTo(viewer, view), ...set, ...clauses], sql` and `);
}
