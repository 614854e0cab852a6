import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { requestsVisibleTo } from '#app/countries/requests/readable.server';
import { decisionsVisibleTo, recommendationsVisibleTo, outcomesVisibleTo } from '#app/working-groups/visible.server';
import type { At } from './readable.server';

const decisions = sql`decisions d left join sessions s on s.id = d.session_id join working_groups g on g.id = d.working_group_id`;
const takeaways = sql`takeaways k join sessions s on s.id = k.session_id join working_groups g on g.id = s.working_group_id`;
const recommendations = sql`recommendations r join working_groups g on g.id = r.working_group_id`;

/** Where a commitment `c` came from, and its reference, as far as the viewer may be told of it: what may not be seen is absent. */
export const originRef = (viewer: Actor, at: At): RawBuilder<string | null> => sql<string | null>`case when num_nonnulls(c.origin_decision_id, c.origin_recommendation_id, c.origin_request_id, c.origin_takeaway_id) > 0 then coalesce(
  (select d.ref from ${decisions} where d.id = c.origin_decision_id and ${decisionsVisibleTo(viewer, at)}),
  (select r.ref from ${recommendations} where r.id = c.origin_recommendation_id and ${recommendationsVisibleTo(viewer, at)}),
  (select k.ref from ${takeaways} where k.id = c.origin_takeaway_id and ${outcomesVisibleTo(viewer, at)}),
  (select r.ref from support_requests r where r.id = c.origin_request_id and ${requestsVisibleTo(viewer, at)})) end`;

/** Commitments `c` that came from one of the references. */
export const cameFrom = (viewer: Actor, refs: readonly string[], at: At): RawBuilder<boolean> => sql<boolean>`(
  c.origin_decision_id in (select d.id from ${decisions} where d.ref = any(${[...refs]}::text[]) and ${decisionsVisibleTo(viewer, at)})
  or c.origin_recommendation_id in (select r.id from ${recommendations} where r.ref = any(${[...refs]}::text[]) and ${recommendationsVisibleTo(viewer, at)})
  or c.origin_takeaway_id in (select k.id from ${takeaways} where k.ref = any(${[...refs]}::text[]) and ${outcomesVisibleTo(viewer, at)})
  or c.origin_request_id in (select r.id from support_requests r where r.ref = any(${[...refs]}::text[]) and ${requestsVisibleTo(viewer, at)}))`;

/** The decision, the recommendation, the takeaway of a session or the request for support that has a reference, for who may see it and cite it. */
export const citable = (viewer: Actor, ref: string, at: At): RawBuilder<Origin> => sql<Origin>`
  select d.id as origin_decision_id, null::uuid as origin_recommendation_id, null::uuid as origin_request_id, null::uuid as origin_takeaway_id from ${decisions}
  where d.ref = ${ref} and d.status in ('adopted', 'provisional') and ${decisionsVisibleTo(viewer, at)}
  union all
  select null, r.id, null, null from ${recommendations} where r.ref = ${ref} and r.status <> 'draft' and ${recommendationsVisibleTo(viewer, at)}
  union all
  select null, null, null, k.id from ${takeaways} where k.ref = ${ref} and ${outcomesVisibleTo(viewer, at)}
  union all
  select null, null, r.id, null from support_requests r where r.ref = ${ref} and r.published_at is not null and ${requestsVisibleTo(viewer, at)}`;

export interface Origin {
  readonly origin_decision_id: string | null;
  readonly origin_recommendation_id: string | null;
  readonly origin_request_id: string | null;
  readonly origin_takeaway_id: string | null;
}
