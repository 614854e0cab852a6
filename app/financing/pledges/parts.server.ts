import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { nowhere } from '#app/commitments/list/model';
import type { View } from '#app/commitments/readable.server';
import { pieces } from '#app/financing/ladder/model';
import { each, splitInto, told } from '#app/financing/ladder/net.server';
import { recipientPortions } from '#app/financing/ladder/tables.server';
import { clausePortions } from '#app/financing/totals/entries.server';
import { clausesAsked, ofRecipients, type PledgeState } from './filters.server';

type Filters = PledgeState['filters'];

/** What of a pledge's recipients (`o`, in country `k`) is asked for; undefined where all of it is. */
function placesAsked({ region, country, recipient }: Filters): RawBuilder<unknown> | undefined {
  const asked: RawBuilder<unknown>[] = [];
  const orNone = (values: readonly string[], named: RawBuilder<unknown>, none: RawBuilder<unknown>) => asked.push(values.includes(nowhere) ? sql`(${named} or ${none})` : named);
  if (region !== undefined) orNone(region, sql`${[...region]}::text[] && coalesce(regions_around(o.region_m49), array[k.region_m49, k.subregion_m49])`, sql`(k.region_m49 is null and coalesce(o.region_m49, '001') = '001')`);
  if (country !== undefined) orNone(country, sql`o.country_iso2 = any(${[...country]}::text[])`, sql`o.country_iso2 is null`);
  if (recipient !== undefined) asked.push(ofRecipients(recipient));
  return asked.length === 0 ? undefined : sql`(${sql.join(asked, sql` and `)})`;
}

const summedParts = (parts: string, of: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${each(pieces, (piece) => `coalesce(sum(${parts}.usd_${piece}) filter (where taken), 0) as usd_${piece}`)} from ${of}`;

/**
 * The part of each pledge that is counted under the filters of its list, after `laddersOf`: table `falling` (id, usd_*). By the shares of the recipients that
 * are asked for, then by the clauses; all of it where neither is.
 */
export function fallingUnder(viewer: Actor, filters: Filters, view: View): RawBuilder<unknown> {
  const places = placesAsked(filters);
  const placed = places === undefined ? sql`placed as (select * from ladders)` : sql`
    ${recipientPortions}, ${splitInto('portion_parts', 'ladders', 'portions')},
    placed as (
      select id, true as converted, ${summedParts('s', sql`(select s.*, coalesce(${places}, false) as taken from portions o join portion_parts s on s.id = o.id and s.position = o.position left join countries k on k.iso2 = o.country_iso2) s`)} group by id
    )`;
  const { clause } = filters;
  if (clause === undefined) return sql`${placed}, falling as (select id, ${each(pieces, (piece) => `usd_${piece}`)}, ${told('usd_')} from placed where converted)`;
  return sql`${placed}, ${clausePortions(viewer, view)}, ${splitInto('clause_parts', 'placed', 'serving')},
    fallen as (
      select id, ${summedParts('s', sql`(select s.*, (coalesce(o.node_id in (${clausesAsked(clause)}), false)${clause.includes(nowhere) ? sql` or o.node_id is null` : sql``}) as taken from serving o join clause_parts s on s.id = o.id and s.position = o.position) s`)} group by id
    ),
    falling as (select id, ${each(pieces, (piece) => `usd_${piece}`)}, ${told('usd_')} from fallen)`;
}
