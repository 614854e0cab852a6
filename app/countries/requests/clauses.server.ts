import { sql, type RawBuilder } from 'kysely';
import type { View } from '#app/commitments/readable.server';

/** Code and title of `framework_nodes as n` in the reader's language, else the authoritative one. */
const named = (view: View): RawBuilder<unknown> => sql`json_build_object('code', n.code, 'title', coalesce(
  (select x.title from framework_node_texts x where x.node_id = n.id and x.language = ${view.language}),
  (select x.title from framework_node_texts x join framework_versions v on v.id = n.version_id where x.node_id = n.id and x.language = v.authoritative_language), n.code))`;

export const namedClause = (id: RawBuilder<unknown>, view: View): RawBuilder<unknown> => sql`(select ${named(view)} from framework_nodes n where n.id = ${id})`;

/** The clauses of a request or an offer, by code. */
export const clausesSql = (of: 'request' | 'offer', id: RawBuilder<unknown>, view: View): RawBuilder<unknown> => sql`(select coalesce(json_agg(${named(view)} order by n.code collate "C"), '[]')
  from ${of === 'request' ? sql`support_request_nodes c` : sql`offer_nodes c`} join framework_nodes n on n.id = c.node_id where ${of === 'request' ? sql`c.request_id` : sql`c.offer_id`} = ${id})`;

/** Who benefits of a request (`r`). */
export const beneficiariesSql: RawBuilder<string[]> = sql<string[]>`array(select b.group_code from support_request_beneficiaries b where b.request_id = r.id order by b.group_code)`;
