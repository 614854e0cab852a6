import { sql, type RawBuilder } from 'kysely';
import { dayOf } from '#app/platform/clock';

/**
 * Who speaks for whom, once for every page that asks: each time that somebody was focal point, deputy or coordinator and had begun by an
 * instant, with the instant `until` which that counts. A role for an organisation counts while its holder belongs there (PE-3); nobody
 * counts who is suspended or was erased.
 */
export const stints = (now: Date): RawBuilder<unknown> => sql`(
  select r.person_id, r.role, r.organisation_id, r.country_iso2,
    least(coalesce(r.ends_at, 'infinity'), coalesce(p.suspended_at, 'infinity'), coalesce(p.erased_at, 'infinity'), belonged.until) as until
  from roles r join people p on p.id = r.person_id
  left join lateral (select max(coalesce(a.until_on::timestamp at time zone 'UTC', 'infinity')) as until from affiliations a
    where a.person_id = r.person_id and a.organisation_id = r.organisation_id and a.from_on <= ${dayOf(now)}::date) belonged on true
  where r.role in ('focal_point', 'deputy_focal_point', 'country_coordinator') and r.starts_at <= ${now} and num_nonnulls(r.organisation_id, r.country_iso2) = 1
    and (r.organisation_id is null or belonged.until is not null))`;

/** Ids of the organisations that somebody speaks for, with those that were merged into them (ME-2). */
export const attendedOrganisations = (now: Date): RawBuilder<unknown> => sql`(
  with recursive family as (
    select s.organisation_id as id from ${stints(now)} s where s.until > ${now} and s.organisation_id is not null
    union select o.id from organisations o join family on o.merged_into_id = family.id)
  select id from family)`;

/** Codes of the countries that somebody speaks for. */
export const attendedCountries = (now: Date): RawBuilder<unknown> => sql`(select s.country_iso2 from ${stints(now)} s where s.until > ${now} and s.country_iso2 is not null)`;
