import { sql, type RawBuilder } from 'kysely';
import { clausesUnder } from '#app/commitments/list/conditions.server';
import { todayOf, type View } from '#app/commitments/readable.server';
import { within } from '#app/table/keyset.server';
import type { ListState } from '#app/table/state';
import type { OfferFilter } from './list';
import { offerClauses, offerPillarSql, offerPlaces, offerStateSql } from './readable.server';

type Condition = (values: readonly string[], view: View) => RawBuilder<unknown>;

/** One condition for each filter over `offers as o`. A value that nothing can match finds nothing rather than everything. */
const conditions: Readonly<Record<Exclude<OfferFilter, 'node' | 'version'>, Condition>> = {
  q: ([words = '']) => sql`(o.ref = upper(${words}) or exists (select from offer_texts x where x.offer_id = o.id and x.tokens @> search_tokens(${words}) and cardinality(search_tokens(${words})) > 0))`,
  state: (values) => within(offerStateSql, values),
  kind: (values) => within(sql`o.kind`, values),
  provider: (values) => sql`(${within(sql`o.provider_country_iso2`, values)} or exists (select from organisations x where x.id = o.provider_organisation_id and ${within(sql`x.ref`, values)}))`,
  country: (values) => meantFor(within(sql`x.iso2`, values)),
  region: (values) => meantFor(sql`(${within(sql`coalesce(x.region_m49, 'none')`, values)} or ${within(sql`x.subregion_m49`, values)})`),
  group: (values, view) => meantFor(sql`exists (select from country_group_periods g where g.iso2 = x.iso2 and ${within(sql`g.code`, values)} and g.from_on <= ${todayOf(view)} and (g.until_on is null or g.until_on > ${todayOf(view)}))`),
  beneficiary: (values) => sql`exists (select from support_request_beneficiaries x where x.request_id = o.request_id and ${within(sql`x.group_code`, values)})`,
  pillar: (values) => sql`exists (select from framework_nodes x where x.id = ${offerPillarSql} and ${within(sql`x.code`, values)})`,
  about: (values) => sql`case when o.request_id is null then 'open' else 'request' end = any(${[...values]}::text[])`,
};

/** Whether an offer is for a country that meets a condition on `countries as x`; one to everybody is for each. */
function meantFor(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from countries x where ${condition} and x.iso2 in (select country_iso2 from (${offerPlaces}) f where f.offer_id = o.id))`;
}

/** Everything that an offer must meet to be in the list. */
export function offerConditions(filters: ListState<OfferFilter>['filters'], view: View): RawBuilder<unknown> {
  const set = (Object.keys(conditions) as (keyof typeof conditions)[]).flatMap((filter) => {
    const values = filters[filter];
    return values === undefined ? [] : [conditions[filter](values, view)];
  });
  const clauses = filters.node === undefined && filters.version === undefined ? [] : [sql`exists (select from (${offerClauses}) x where x.offer_id = o.id and x.node_id in (${clausesUnder(filters)}))`];
  return sql.join([sql`true`, ...set, ...clauses], sql` and `);
}
