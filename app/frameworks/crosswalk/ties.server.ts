import { sql, type RawBuilder } from 'kysely';
import { readThrough, type Through } from './model';

/** CW-3: what reaches a clause (`node_id`): the clauses (`other_id`) whose promises a live mapping carries to it, and by which relation. */
export const ties: RawBuilder<unknown> = sql`(
  select m.to_node_id as node_id, m.from_node_id as other_id, m.relation from node_mappings m where m.ended_at is null
  union all
  select m.from_node_id, m.to_node_id, m.relation from node_mappings m where m.ended_at is null and m.relation <> 'contributes')`;

/** Whether a version of a text (aliases `v` and `f`) is the one that is named: `SDG.1`, or `SDG` for the version in force. */
const isNamed = (v: 'v' | 'w', f: 'f' | 'g', name: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${f}.code`)} || '.' || ${sql.ref(`${v}.number`)} = ${name} or (${sql.ref(`${f}.code`)} = ${name} and ${sql.ref(`${v}.status`)} = 'published'))`;

const reaching = ({ version, code, relation, other }: Through): RawBuilder<unknown> => sql`
  select t.other_id as id from ${ties} t
    join framework_nodes n on n.id = t.node_id join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
    join framework_nodes o on o.id = t.other_id join framework_versions w on w.id = o.version_id join frameworks g on g.id = w.framework_id
  where n.code = ${code} and t.relation = ${relation} and v.status <> 'draft' and ${isNamed('v', 'f', version)}
    and ${other === undefined ? sql`w.status = 'published'` : isNamed('w', 'g', other)}`;

/** CW-6: the clauses that a promise names which is carried across as asked, and all under them. What cannot be read names none. */
export function clausesThrough(asked: readonly string[]): RawBuilder<unknown> {
  const read = asked.flatMap((text) => readThrough(text) ?? []);
  if (read.length === 0) return sql`select null::uuid where false`;
  return sql`with recursive behind as (
    select id from (${sql.join(read.map(reaching), sql` union all `)}) reached union select n.id from framework_nodes n join behind on n.parent_id = behind.id) select id from behind`;
}
