import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { visibleTo } from '#app/access/visibility.server';
import type { View } from '#app/commitments/readable.server';
import type { RequestState } from './model';

/** Which requests (`r`) a viewer may read: from publication on everybody; a draft its country's people and the secretariats that serve it. */
export function requestsVisibleTo(viewer: Actor, view: View): RawBuilder<boolean> {
  const open = visibleTo(viewer, view.now, { visibility: sql`'public'::text`, isOut: sql`r.published_at is not null`, country: sql`r.country_iso2` });
  const desks = viewer.kind === 'person' ? viewer.roles.flatMap((held) => (desk.includes(held.role) && held.coalition_id !== null ? [held.coalition_id] : [])) : [];
  if (desks.length === 0) return open;
  return sql<boolean>`(${open} or r.coalition_id in (
    with recursive below as (select id from coalitions where id = any(${desks}::uuid[]) union select k.id from coalitions k join below on k.parent_id = below.id) select id from below))`;
}

const desk: readonly string[] = ['secretariat_lead', 'secretariat_officer', 'platform_admin', 'auditor'];

/** RQ-1: where a request (`r`) stands. */
export const requestStateSql: RawBuilder<RequestState> = sql<RequestState>`case when r.published_at is null then 'draft' when r.closed_at is not null then 'closed'
  when exists (select from offers x where x.request_id = r.id and x.status = 'accepted') then 'matched'
  when exists (select from offers x where x.request_id = r.id and x.status = 'offered') then 'responses_in' else 'published' end`;

/** Offers on a request (`r`) that wait for an answer. */
export const waitingSql: RawBuilder<number> = sql<number>`(select count(*)::int from offers x where x.request_id = r.id and x.status = 'offered')`;

/** The clauses of requests: the pillar, and those that it serves. */
export const requestClauses: RawBuilder<unknown> = sql`select request_id, node_id from support_request_nodes union all select id, pillar_node_id from support_requests`;
