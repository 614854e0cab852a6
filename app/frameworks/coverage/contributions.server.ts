import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { standingSql, todayOf, type View } from '#app/commitments/readable.server';
import { laddersOf, recipientParts } from '#app/financing/ladder/tables.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { everything, nowhere, wholeKinds } from './model';

/** The periods of groups that hold on a day, as `g`. */
export const groupsOn = (view: View) => sql`country_group_periods g on g.from_on <= ${todayOf(view)}::date and (g.until_on is null or g.until_on > ${todayOf(view)}::date)`;

/** Every clause (`node_id`) with what it counts for (`scope_id`), as a table of a `with`: itself, the clauses above it, its version, everything. */
export const lineage: RawBuilder<unknown> = sql`
  lineage as (
    with recursive above as (
      select id as node_id, id as scope_id, parent_id from framework_nodes
      union all select above.node_id, n.id, n.parent_id from above join framework_nodes n on n.id = above.parent_id
    )
    select node_id, scope_id from above union all select id, version_id from framework_nodes union all select id, ${everything}::uuid from framework_nodes
  )`;

/** Whether a column `x` stands in a scope `s`: some stand in everything alone. */
export const stands: RawBuilder<boolean> = sql<boolean>`(s.scope_id = ${everything}::uuid or x.kind <> all(${[...wholeKinds]}::text[]))`;

/** Who leads `commitments as c`. */
const lead = sql`coalesce(c.lead_country_iso2, c.lead_organisation_id::text)`;

/** Whether the last accepted update of `commitments as c` was looked at by somebody other than who wrote it down. */
const checkedByAnother = sql`c.last_verification in ('secretariat_checked', 'independently_verified')`;

/** The columns that each of `chosen` names, as a table of a `with`. */
const named = (view: View): RawBuilder<unknown> => sql`
  named as (
    select h.id as commitment_id, x.kind, coalesce(x.key, ${nowhere}) as key
    from chosen h left join commitment_countries k on k.commitment_id = h.id left join countries c on c.iso2 = k.country_iso2
      cross join lateral (values ('country', k.country_iso2), ('region', c.region_m49), ('subregion', c.subregion_m49)) x (kind, key)
    union select k.commitment_id, 'group', g.code from chosen h join commitment_countries k on k.commitment_id = h.id join ${groupsOn(view)} and g.iso2 = k.country_iso2
    union select b.commitment_id, 'beneficiary', b.group_code from chosen h join commitment_beneficiaries b on b.commitment_id = h.id
    union select id, 'all', '' from chosen
    union select b.commitment_id, 'designed_in', b.group_code from chosen h join commitment_beneficiaries b on b.commitment_id = h.id where b.designed_in
    union select c.id, x.kind, x.key from chosen h join commitments c on c.id = h.id cross join lateral (values
      ('standing', ${standingSql(todayOf(view))}), ('lead', ${lead}), ('reporting', case when c.last_update_on is not null then ${lead} end),
      ('updated', case when c.last_update_on is not null then '' end), ('rung', c.last_verification), ('checked', case when ${standingSql(todayOf(view))} = 'on_track' and c.last_update_on is not null and ${checkedByAnother} then '' end)) x (kind, key) where x.key is not null
  )`;

/**
 * What single commitments add to the cells, after a table `chosen` (id, counted) in a `with`: table `scopes` has the clauses that each
 * names, those above them, their versions and everything; table `contributions` the columns that it names or that money for it is for.
 * Each stands once for each commitment, so that their sum over commitments is a count of commitments.
 */
export const contributions = (viewer: Actor, view: View): RawBuilder<unknown> => sql`
  ${lineage},
  scopes as (select distinct k.commitment_id, l.scope_id from chosen h join commitment_nodes k on k.commitment_id = h.id join lineage l on l.node_id = k.node_id
    union select id, ${everything}::uuid from chosen),
  ${named(view)},
  ${laddersOf(sql`p.commitment_id in (select id from chosen where counted = 1) and p.kind <> 'guarantee' and ${pledgesVisibleTo(viewer, view)}`)}, ${recipientParts},
  pieces as (
    select l.commitment_id, l.id, r.country_iso2, s.usd_pledged, s.usd_committed, s.usd_disbursed
    from ladders l join pledge_recipients r on r.pledge_id = l.id join parts s on s.id = l.id and s.position = r.position where l.converted
    union all
    select l.commitment_id, l.id, null, l.usd_pledged, l.usd_committed, l.usd_disbursed
    from ladders l where l.converted and not exists (select from pledge_recipients r where r.pledge_id = l.id)
  ),
  meant as (
    select p.commitment_id, p.id, x.kind, coalesce(x.key, ${nowhere}) as key, p.usd_pledged, p.usd_committed, p.usd_disbursed
    from pieces p left join countries c on c.iso2 = p.country_iso2
      cross join lateral (values ('country', p.country_iso2), ('region', c.region_m49), ('subregion', c.subregion_m49)) x (kind, key)
    union all select p.commitment_id, p.id, 'group', g.code, p.usd_pledged, p.usd_committed, p.usd_disbursed from pieces p join ${groupsOn(view)} and g.iso2 = p.country_iso2
    union all select l.commitment_id, l.id, 'beneficiary', b.group_code, l.usd_pledged, l.usd_committed, l.usd_disbursed
      from ladders l join commitment_beneficiaries b on b.commitment_id = l.commitment_id where l.converted
    union all select commitment_id, id, 'all', '', usd_pledged, usd_committed, usd_disbursed from ladders where converted
  ),
  behind as (
    select commitment_id, kind, key, count(distinct id)::int as pledges, sum(usd_pledged) as pledged, sum(usd_committed) as committed, sum(usd_disbursed) as disbursed
    from meant group by commitment_id, kind, key
  ),
  contributions as (
    select commitment_id, kind, key, (n.kind is not null)::int as named, coalesce(pledges, 0) as pledges, coalesce(pledged, 0) as pledged,
      coalesce(committed, 0) as committed, coalesce(disbursed, 0) as disbursed
    from named n full join behind b using (commitment_id, kind, key)
  )`;
