import { sql, type RawBuilder } from 'kysely';
import { requestClauses } from '../requests/readable.server';
import type { OfferState } from './model';

/** Where an offer (`o`) stands. Offers are made in public: who may read the request reads every offer on it. */
export const offerStateSql: RawBuilder<OfferState> = sql<OfferState>`case when exists (select from pledges x where x.offer_id = o.id) then 'converted' else o.status end`;

/** The pillar of an offer (`o`): its own, or its request's. */
export const offerPillarSql: RawBuilder<string> = sql<string>`coalesce(o.pillar_node_id, (select x.pillar_node_id from support_requests x where x.id = o.request_id))`;

/** For whom an offer (`o`) is: the country of its request, or those it names. */
export const offerCountriesSql: RawBuilder<string[]> = sql<string[]>`case when o.request_id is not null then array(select x.country_iso2 from support_requests x where x.id = o.request_id)
  else array(select x.country_iso2 from offer_countries x where x.offer_id = o.id order by x.country_iso2) end`;

/** The clauses of offers, the pillar among them: their own, or those of the request. */
export const offerClauses: RawBuilder<unknown> = sql`select offer_id, node_id from offer_nodes union all select id, pillar_node_id from offers where pillar_node_id is not null
  union all select x.id, c.node_id from offers x join (${requestClauses}) c on c.request_id = x.request_id`;

/** The countries of offers: that of the request, those that they name, or every one where they name none. */
export const offerPlaces: RawBuilder<unknown> = sql`select x.id as offer_id, r.country_iso2 from offers x join support_requests r on r.id = x.request_id
  union all select offer_id, country_iso2 from offer_countries
  union all select x.id, k.iso2 from offers x cross join countries k where x.request_id is null and not exists (select from offer_countries f where f.offer_id = x.id)`;
