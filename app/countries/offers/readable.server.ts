import { sql, type RawBuilder } from 'kysely';
import type { OfferState } from './model';

/** Where an offer (`o`) stands. Offers are made in public: who may read the request reads every offer on it. */
export const offerStateSql: RawBuilder<OfferState> = sql<OfferState>`case when exists (select from pledges x where x.offer_id = o.id) then 'converted' else o.status end`;

/** The pillar of an offer (`o`): its own, or its request's. */
export const offerPillarSql: RawBuilder<string> = sql<string>`coalesce(o.pillar_node_id, (select x.pillar_node_id from support_requests x where x.id = o.request_id))`;

/** For whom an offer (`o`) is: the country of its request, or those it names. */
export const offerCountriesSql: RawBuilder<string[]> = sql<string[]>`case when o.request_id is not null then array(select x.country_iso2 from support_requests x where x.id = o.request_id)
  else array(select x.country_iso2 from offer_countries x where x.offer_id = o.id order by x.country_iso2) end`;
