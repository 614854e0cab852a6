import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { servedFromAbove, visibleTo } from '#app/access/visibility.server';
import type { At } from '#app/commitments/readable.server';
import type { RequestState } from './model';

/** Which requests (`r`) a viewer may read: from publication on everybody; a draft its country's people and the secretariats that serve it. */
export function requestsVisibleTo(viewer: Actor, view: At): RawBuilder<boolean> {
  const open = visibleTo(viewer, view.now, { visibility: sql`'public'::text`, isOut: sql`r.published_at is not null`, country: sql`r.country_iso2` });
  return sql<boolean>`(${open} or ${servedFromAbove(viewer, sql`r.coalition_id`)})`;
}

/** RQ-1: where a request (`r`) stands. */
export const requestStateSql: RawBuilder<RequestState> = sql<RequestState>`case when r.published_at is null then 'draft' when r.closed_at is not null then 'closed'
  when exists (select from offers x where x.request_id = r.id and x.status = 'accepted') then 'matched'
  when exists (select from offers x where x.request_id = r.id and x.status = 'offered') then 'responses_in' else 'published' end`;

/** Offers on a request (`r`) that wait for an answer. */
export const waitingSql: RawBuilder<number> = sql<number>`(select count(*)::int from offers x where x.request_id = r.id and x.status = 'offered')`;

/** The clauses of requests: the pillar, and those that it serves. */
export const requestClauses: RawBuilder<unknown> = sql`select request_id, node_id from support_request_nodes union all select id, pillar_node_id from support_requests`;
