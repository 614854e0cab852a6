import { sql, type RawBuilder } from 'kysely';
import { spokenFor, type Actor } from '#app/access/actor';
import type { AddressedParty } from './policy';

/**
 * RC-4: whom a recommendation `r` of a group `g` is for, each once, with the day from which they are asked: those that are named, and the members
 * of the parts of society that are. An organisation that was merged is the one it became; neither organisation nor country is the secretariat.
 */
export const partiesOf = sql`(
  select one.organisation_id, one.country_iso2, greatest(min(one.asked_on), r.final_on) as asked_on from (
    select coalesce(o.merged_into_id, a.organisation_id) as organisation_id, a.country_iso2, a.asked_on
    from recommendation_addressees a left join organisations o on o.id = a.organisation_id where a.recommendation_id = r.id and a.constituency is null
    union all
    select m.organisation_id, null, a.asked_on from recommendation_addressees a join organisations o on o.constituency = a.constituency and o.status = 'active'
    join memberships m on m.organisation_id = o.id and m.coalition_id = g.coalition_id and m.status = 'active' where a.recommendation_id = r.id
  ) one group by one.organisation_id, one.country_iso2)`;

/** What the party `p` answered, as the lateral table `said`: the last word of theirs, or of those who were merged into them. */
export const saidBy = sql`lateral (
  select x.* from recommendation_responses x where x.recommendation_id = r.id and x.country_iso2 is not distinct from p.country_iso2
    and (x.organisation_id is not distinct from p.organisation_id or x.organisation_id in (select id from organisations where merged_into_id = p.organisation_id))
  order by x.organisation_id is not distinct from p.organisation_id desc, x.answered_at desc limit 1) said`;

/** RS-2: commitments `c` that can answer for an addressee: those that it leads, and those of a country for which whoever answers speaks as well, as for its ministry. */
export const ownOf = (viewer: Actor, { addressee_organisation_id, addressee_country_iso2 }: AddressedParty): RawBuilder<boolean> => sql<boolean>`(
  c.lead_organisation_id = ${addressee_organisation_id}::uuid or c.lead_country_iso2 = ${addressee_country_iso2}
  or (${addressee_organisation_id}::uuid is not null and c.lead_country_iso2 = any(${spokenFor(viewer).countries}::text[])))`;
