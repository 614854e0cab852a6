import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { openStates } from '#app/countries/requests/list';
import { offerClauses, offerPlaces, offerStateSql } from '#app/countries/offers/readable.server';
import { requestClauses, requestStateSql, requestsVisibleTo } from '#app/countries/requests/readable.server';
import { database } from '#app/platform/database.server';
import { groupsOn, lineage } from './contributions.server';
import { emptyCell, nowhere, type Cell } from './model';

/**
 * CV-8: requests that are not answered in full and offers that wait for an answer, in the same cells: few enough to be counted live. An
 * offer to everybody is for every country.
 */
export async function asksIn(viewer: Actor, scopes: readonly string[], kinds: readonly Cell['kind'][], view: View): Promise<Cell[]> {
  const found = await sql<Pick<Cell, 'scope' | 'kind' | 'key' | 'requests' | 'offers'>>`
    with ${lineage},
    open as (
      select r.id, true as asks, r.id as request_id from support_requests r where ${requestStateSql} = any(${[...openStates]}::text[]) and ${requestsVisibleTo(viewer, view)}
      union all select o.id, false, o.request_id from offers o where ${offerStateSql} = 'offered'
    ),
    clauses as (select request_id as id, node_id from (${requestClauses}) r union all select offer_id, node_id from (${offerClauses}) o),
    places as (select id, country_iso2 from support_requests union all select offer_id, country_iso2 from (${offerPlaces}) o),
    falls as (
      select p.id, x.kind, coalesce(x.key, ${nowhere}) as key from places p join countries c on c.iso2 = p.country_iso2
        cross join lateral (values ('country', p.country_iso2), ('region', c.region_m49), ('subregion', c.subregion_m49)) x (kind, key)
      union select p.id, 'group', g.code from places p join ${groupsOn(view)} and g.iso2 = p.country_iso2
      union select o.id, 'beneficiary', b.group_code from open o join support_request_beneficiaries b on b.request_id = o.request_id
      union select id, 'all', '' from open
    )
    select l.scope_id as scope, f.kind, f.key, (count(distinct o.id) filter (where o.asks))::int as requests, (count(distinct o.id) filter (where not o.asks))::int as offers
    from open o join clauses c on c.id = o.id join lineage l on l.node_id = c.node_id join falls f on f.id = o.id
    where l.scope_id = any(${[...scopes]}::uuid[]) and f.kind = any(${[...kinds]}::text[]) group by 1, 2, 3`.execute(database());
  return found.rows.map((row) => ({ ...emptyCell, ...row }));
}
