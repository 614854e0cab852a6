import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { pieces } from '#app/financing/ladder/model';
import { each, splitInto } from '#app/financing/ladder/net.server';
import { kindClass } from '#app/financing/ladder/queries.server';
import { laddersOf, recipientPortions } from '#app/financing/ladder/tables.server';

/** Who gives, as the key of a party, of `pledges` or `ladders` as `l`. */
export const providerKey = sql`case when l.provider_country_iso2 is null then 'organisation:' || l.provider_organisation_id else 'country:' || l.provider_country_iso2 end`;

/** Clauses (`node_id`) with what they count for (`scope_id`): themselves and those above them. */
const lines: RawBuilder<unknown> = sql`
  lines as (
    with recursive up as (
      select id as node_id, id as scope_id, parent_id from framework_nodes
      union all select up.node_id, n.id, n.parent_id from up join framework_nodes n on n.id = up.parent_id
    )
    select node_id, scope_id from up
  )`;

/** Every pledge by the clauses that its commitment serves, in equal portions, after `laddersOf`; one that serves none that the viewer may read is one portion for none. */
export const clausePortions = (viewer: Actor, view: View): RawBuilder<unknown> => sql`
  served as (
    select l.id, n.node_id, row_number() over (partition by l.id order by n.node_id) as position, 1::numeric as weight, (count(*) over (partition by l.id))::numeric as weights
    from ladders l join commitments c on c.id = l.commitment_id join commitment_nodes n on n.commitment_id = c.id where ${readable(viewer, view)}
  ),
  serving as (select * from served union all select l.id, null, 0, 1, 1 from ladders l where not exists (select from served s where s.id = l.id))`;

/**
 * What single pledges add to the totals, as the start of a `with`: table `entries` has one row for each pledge and each cell that it stands in, so that
 * sums over pledges are the cells. `which` chooses pledges (alias `p`); clauses are those that the viewer may read.
 */
export const entriesOf = (which: RawBuilder<unknown>, viewer: Actor, view: View, currency: string): RawBuilder<unknown> => sql`
  ${laddersOf(which, currency)},
  ${recipientPortions}, ${splitInto('portion_parts', 'ladders', 'portions')},
  ${clausePortions(viewer, view)}, ${splitInto('clause_parts', 'ladders', 'serving')}, ${lines},
  named as (
    select l.id, x.dimension, x.key, ${each(pieces, (piece) => `l.usd_${piece} as ${piece}`)}
    from ladders l cross join lateral (values
      ('all', ''), ('year', extract(year from l.announced_on)::text), ('provider', ${providerKey}), ('kind', l.kind), ('new_money', l.new_money), ('currency', l.currency)) x (dimension, key)
    union all
    select o.id, x.dimension, x.key, ${each(pieces, (piece) => `sum(s.usd_${piece})`)}
    from portions o left join portion_parts s on s.id = o.id and s.position = o.position left join countries k on k.iso2 = o.country_iso2
      cross join lateral (values ('recipient', coalesce('country:' || o.country_iso2, 'organisation:' || o.organisation_id, 'region:' || o.region_m49, '')), ('region', coalesce(k.region_m49, region_holding(o.region_m49), ''))) x (dimension, key)
    group by 1, 2, 3
    union all
    select o.id, 'clause', coalesce(i.scope_id::text, ''), ${each(pieces, (piece) => `sum(s.usd_${piece})`)}
    from serving o left join clause_parts s on s.id = o.id and s.position = o.position left join lines i on i.node_id = o.node_id
    group by 1, 2, 3
  ),
  entries as (
    select ${currency}::text as currency, n.id as pledge_id, n.dimension, n.key, ${kindClass} as class, l.converted::int as converted,
      case when l.converted then 0 else l.announced end as unconverted, ${each(pieces, (piece) => `coalesce(n.${piece}, 0) as ${piece}`)}
    from named n join ladders l on l.id = n.id
  )`;

/** Dimensions of the cells. Regions are of M49; clauses count with all under them; `''` is what is of none. */
export const dimensions = ['all', 'year', 'provider', 'kind', 'new_money', 'currency', 'recipient', 'region', 'clause'] as const;
export type Dimension = (typeof dimensions)[number];
