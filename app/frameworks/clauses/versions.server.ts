import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { promisedTo } from '../promised.server';

/** The same clause in another version of its text, and what stands under it there. */
export interface OtherVersion {
  readonly code: string;
  readonly title: string;
  readonly number: number;
  readonly status: 'published' | 'superseded';
  readonly earlier: boolean;
  readonly commitments: number;
  /** Parties that endorsed that version. */
  readonly endorsements: number;
}

/**
 * A clause in the other versions, earlier ones first: by what it says it continues, else by its code in the version next to it. What they
 * carry is theirs: it is named beside this clause and never added to what this one carries.
 */
export async function inOtherVersions(viewer: Actor, clauseId: string, view: View): Promise<OtherVersion[]> {
  const beside = (which: ReturnType<typeof sql>) => sql`(select x.id from framework_versions x where x.framework_id = line.framework_id and x.status <> 'draft' and ${which} limit 1)`;
  const before = beside(sql`x.number < line.number and not exists (select from framework_versions y where y.framework_id = x.framework_id and y.status <> 'draft' and y.number > x.number and y.number < line.number)`);
  const after = beside(sql`x.number > line.number and not exists (select from framework_versions y where y.framework_id = x.framework_id and y.status <> 'draft' and y.number < x.number and y.number > line.number)`);
  const step = sql`join framework_versions v on v.id = n.version_id and v.status <> 'draft'`;
  const found = await sql<OtherVersion>`
    with recursive here as (
      select n.id, n.code, n.continues_id, v.number, v.framework_id from framework_nodes n join framework_versions v on v.id = n.version_id where n.id = ${clauseId}
    ),
    earlier as (
      select * from here
      union all
      select n.id, n.code, n.continues_id, v.number, v.framework_id from earlier line
        join framework_nodes n on n.id = coalesce(line.continues_id, (select s.id from framework_nodes s where s.code = line.code and s.version_id = ${before})) ${step}
    ),
    later as (
      select * from here
      union all
      select n.id, n.code, n.continues_id, v.number, v.framework_id from later line
        join framework_nodes n on n.id = coalesce((select s.id from framework_nodes s join framework_versions sv on sv.id = s.version_id and sv.status <> 'draft' where s.continues_id = line.id order by sv.number limit 1),
          (select s.id from framework_nodes s where s.code = line.code and s.continues_id is null and s.version_id = ${after})) ${step}
    ),
    others as (select id, code, number, true as earlier from earlier union select id, code, number, false from later),
    ${promisedTo(viewer, view)}
    select o.code, o.number, o.earlier, v.status,
      coalesce((select t.title from framework_node_texts t where t.node_id = o.id order by t.language = ${view.language} desc, t.language = v.authoritative_language desc limit 1), o.code) as title,
      (select count(distinct k.commitment_id)::int from commitment_nodes k join framework_nodes n on n.id = k.node_id and o.id in (n.id, n.parent_id) join promised p on p.id = k.commitment_id) as commitments,
      (select count(*)::int from endorsements e where e.version_id = v.id and e.status = 'published') as endorsements
    from others o join framework_nodes n on n.id = o.id join framework_versions v on v.id = n.version_id where o.id <> ${clauseId} order by o.number`.execute(database());
  return found.rows;
}
