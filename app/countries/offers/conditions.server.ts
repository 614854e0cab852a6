import { sql, type RawBuilder } from 'kysely';
import type { ListState } from '#app/table/state';
import type { OfferFilter } from './list';
import { offerPillarSql, offerStateSql } from './readable.server';

type Condition = (values: readonly string[]) => RawBuilder<unknown>;

const within = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> => sql`${column} = any(${[...values]}::text[])`;

/** One condition for each filter over `offers as o`. A value that nothing can match finds nothing rather than everything. */
const conditions: Readonly<Record<OfferFilter, Condition>> = {
  q: ([words = '']) => sql`(o.ref = upper(${words}) or exists (select from offer_texts x where x.offer_id = o.id and x.tokens @> search_tokens(${words}) and cardinality(search_tokens(${words})) > 0))`,
  state: (values) => within(offerStateSql, values),
  kind: (values) => within(sql`o.kind`, values),
  provider: (values) => sql`(${within(sql`o.provider_country_iso2`, values)} or exists (select from organisations x where x.id = o.provider_organisation_id and ${within(sql`x.ref`, values)}))`,
  // An offer to everybody is for each country too.
  country: (values) => sql`(exists (select from support_requests x where x.id = o.request_id and ${within(sql`x.country_iso2`, values)})
    or (o.request_id is null and (not exists (select from offer_countries x where x.offer_id = o.id) or exists (select from offer_countries x where x.offer_id = o.id and ${within(sql`x.country_iso2`, values)}))))`,
  pillar: (values) => sql`exists (select from framework_nodes x where x.id = ${offerPillarSql} and ${within(sql`x.code`, values)})`,
  node: (values) => sql`exists (select from framework_nodes x where ${within(sql`x.code`, values)} and (exists (select from offer_nodes c where c.offer_id = o.id and c.node_id = x.id)
    or exists (select from support_request_nodes c where c.request_id = o.request_id and c.node_id = x.id)))`,
  about: (values) => sql`case when o.request_id is null then 'open' else 'request' end = any(${[...values]}::text[])`,
};

/** Everything that an offer must meet to be in the list. */
export function offerConditions(filters: ListState<OfferFilter>['filters']): RawBuilder<unknown> {
  const set = Object.entries(filters) as [OfferFilter, readonly string[]][];
  return sql.join([sql`true`, ...set.map(([filter, values]) => conditions[filter](values))], sql` and `);
}
