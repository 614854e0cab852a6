import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { Relation, Standing } from '../model';
import { clauseWords } from '../queries.server';
import { draftsVisibleTo } from '../visible.server';

/** A clause of another text that a clause is mapped to. `outward`: the mapping was drawn from the clause, not to it. */
export interface Crossing {
  readonly node_id: string;
  readonly framework: string;
  readonly framework_name: string;
  readonly code: string;
  readonly relation: Relation;
  readonly outward: boolean;
}

const shortName = (view: View, f: 'f' | 'g', v: 'v' | 'w'): RawBuilder<string> => sql<string>`coalesce((select x.short_name from framework_texts x where x.framework_id = ${sql.ref(`${f}.id`)}
  order by x.language = ${view.language} desc, x.language = ${sql.ref(`${v}.authoritative_language`)} desc, x.language limit 1), ${sql.ref(`${f}.code`)})`;

/** The live crosswalk of a version's clauses, in both directions, to clauses of versions that are in force. */
export async function crosswalkOf(_viewer: Actor, versionId: string, view: View): Promise<Crossing[]> {
  const found = await sql<Crossing>`
    select here.id as node_id, f.code as framework, ${shortName(view, 'f', 'v')} as framework_name, there.code, m.relation, m.from_node_id = here.id as outward
    from framework_nodes here join node_mappings m on here.id in (m.from_node_id, m.to_node_id) and m.ended_at is null
    join framework_nodes there on there.id in (m.from_node_id, m.to_node_id) and there.id <> here.id
    join framework_versions v on v.id = there.version_id and v.status = 'published' join frameworks f on f.id = v.framework_id
    where here.version_id = ${versionId} order by f.code collate "C", there.position, there.code collate "C"`.execute(database());
  return found.rows;
}

/** A version that can stand on one side of the crosswalk. */
export interface SideVersion {
  readonly id: string;
  readonly framework: string;
  readonly short_name: string;
  readonly number: number;
  readonly status: 'draft' | 'published' | 'superseded';
  readonly standing: Standing;
}

/** Every version that the viewer may read, drafts for their keepers: the text that is endorsed first, the latest version of each first. */
export async function sideVersions(viewer: Actor, view: View, first: string): Promise<SideVersion[]> {
  const found = await sql<SideVersion>`
    select v.id, f.code as framework, ${shortName(view, 'f', 'v')} as short_name, v.number, v.status, v.standing from framework_versions v join frameworks f on f.id = v.framework_id
    where v.status <> 'draft' or ${draftsVisibleTo(viewer, view)} order by f.code <> ${first}, f.code collate "C", v.number desc`.execute(database());
  return found.rows;
}

/** One end of a mapping. */
export interface MappedClause {
  readonly node_id: string;
  readonly version_id: string;
  readonly framework: string;
  readonly framework_name: string;
  readonly number: number;
  readonly status: SideVersion['status'];
  readonly code: string;
  readonly title: string;
}

/** A mapping with both its clauses. Days are `YYYY-MM-DD`. */
export interface Mapping {
  readonly id: string;
  readonly relation: Relation;
  readonly reason: string | null;
  readonly ended: boolean;
  readonly ended_on: string | null;
  readonly end_reason: string | null;
  readonly version: number;
  readonly from: MappedClause;
  readonly to: MappedClause;
}

const end = (view: View, node: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select json_build_object('node_id', n.id, 'version_id', v.id, 'framework', f.code, 'framework_name', ${shortName(view, 'f', 'v')}, 'number', v.number, 'status', v.status, 'code', n.code, 'title', coalesce(words.title, n.code))
  from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id left join ${clauseWords(view)} where n.id = ${node})`;

/** Mappings as `node_mappings m` with both ends; drafts are visible to their keepers alone. */
async function mappings(viewer: Actor, which: RawBuilder<unknown>, view: View): Promise<Mapping[]> {
  const found = await sql<Mapping>`
    select m.id, m.relation, m.reason, m.ended_at is not null as ended, to_char(m.ended_at at time zone 'UTC', 'YYYY-MM-DD') as ended_on, m.end_reason, m.version,
      ${end(view, sql`m.from_node_id`)} as from, ${end(view, sql`m.to_node_id`)} as to
    from node_mappings m join framework_nodes a on a.id = m.from_node_id join framework_nodes b on b.id = m.to_node_id
    where ${which} and (${draftsVisibleTo(viewer, view)} or not exists (select from framework_versions v where v.id in (a.version_id, b.version_id) and v.status = 'draft'))
    order by m.ended_at is not null, a.code collate "C", b.code collate "C", m.created_at, m.id`.execute(database());
  return found.rows;
}

/** All mappings between two versions, whichever way they were drawn, those that have ended last. */
export const mappingsBetween = (viewer: Actor, one: string, other: string, view: View): Promise<Mapping[]> =>
  mappings(viewer, sql`(a.version_id, b.version_id) in ((${one}::uuid, ${other}::uuid), (${other}::uuid, ${one}::uuid))`, view);

/** One mapping by its id. */
export async function findMapping(viewer: Actor, id: string, view: View): Promise<Mapping | undefined> {
  return isId(id) ? (await mappings(viewer, sql`m.id = ${id}`, view))[0] : undefined;
}
