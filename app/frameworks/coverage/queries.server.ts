import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { promisedTo } from '../promised.server';
import type { Cell } from './model';

/** Columns besides the M49 regions: a promise for more than one of them, and one for no country at all. */
export const severalRegions = 'several';
export const noRegion = 'none';

/** Promises by clause of a version and by region. In a row each promise stands once, under its region or under several. */
export function coverageByRegion(viewer: Actor, versionId: string, view: View): Promise<Cell[]> {
  return cellsOf(viewer, versionId, view, sql`
    select s.commitment_id, case count(distinct c.region_m49) when 0 then ${noRegion} when 1 then max(c.region_m49) else ${severalRegions} end as name
    from (select distinct commitment_id from served) s left join commitment_countries k on k.commitment_id = s.commitment_id left join countries c on c.iso2 = k.country_iso2
    group by s.commitment_id`);
}

/** Promises by clause and by group of learners. A promise can name several groups and several clauses. */
export function coverageByGroup(viewer: Actor, versionId: string, view: View): Promise<Cell[]> {
  return cellsOf(viewer, versionId, view, sql`select b.commitment_id, b.group_code as name from commitment_beneficiaries b`);
}

async function cellsOf(viewer: Actor, versionId: string, view: View, columns: RawBuilder<unknown>): Promise<Cell[]> {
  const found = await sql<Cell>`
    with ${promisedTo(viewer, view)},
    served as (
      select k.node_id, k.commitment_id from commitment_nodes k join framework_nodes n on n.id = k.node_id join promised p on p.id = k.commitment_id
      where n.version_id = ${versionId}
    ),
    placed as (${columns})
    select s.node_id as clause, placed.name as column, count(distinct s.commitment_id)::int as count
    from served s left join placed on placed.commitment_id = s.commitment_id
    group by grouping sets ((s.node_id, placed.name), (s.node_id), (placed.name), ())
    having placed.name is not null or grouping(placed.name) = 1`.execute(database());
  return found.rows;
}

/** How many promises for each country name a clause, or one under it. */
export async function countriesServing(viewer: Actor, clauseId: string, view: View): Promise<Map<string, number>> {
  const found = await sql<{ iso2: string; count: number }>`
    with ${promisedTo(viewer, view)}
    select c.country_iso2 as iso2, count(distinct c.commitment_id)::int as count
    from framework_nodes n join commitment_nodes k on k.node_id = n.id join promised p on p.id = k.commitment_id join commitment_countries c on c.commitment_id = k.commitment_id
    where ${clauseId}::uuid in (n.id, n.parent_id) group by 1`.execute(database());
  return new Map(found.rows.map(({ iso2, count }) => [iso2, count]));
}

export interface LinesByCountry {
  /** How many lines the version has: the N of every tile. */
  readonly lines: number;
  /** How many of them the promises for a country name. */
  readonly covered: ReadonlyMap<string, number>;
}

/** How many lines of the framework that is in force are covered in each country, and how many lines there are. */
export async function linesByCountry(viewer: Actor, framework: string, view: View): Promise<LinesByCountry> {
  const found = await sql<{ iso2: string | null; count: number; lines: number }>`
    with ${promisedTo(viewer, view)},
    lines as (
      select n.id from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
      where f.code = ${framework} and v.status = 'published' and not exists (select from framework_nodes under where under.parent_id = n.id)
    ),
    covered as (
      select c.country_iso2 as iso2, count(distinct k.node_id)::int as count
      from lines join commitment_nodes k on k.node_id = lines.id join promised p on p.id = k.commitment_id join commitment_countries c on c.commitment_id = k.commitment_id
      group by 1
    )
    select covered.iso2, coalesce(covered.count, 0) as count, (select count(*)::int from lines) as lines from (values (1)) one left join covered on true`.execute(database());
  return { lines: found.rows[0]?.lines ?? 0, covered: new Map(found.rows.flatMap(({ iso2, count }) => (iso2 === null ? [] : [[iso2, count]]))) };
}

/** How many promises count at all: the N of every n of N here. */
export async function countPromises(viewer: Actor, view: View): Promise<number> {
  const found = await sql<{ count: number }>`with ${promisedTo(viewer, view)} select count(*)::int as count from promised`.execute(database());
  return found.rows[0]?.count ?? 0;
}
