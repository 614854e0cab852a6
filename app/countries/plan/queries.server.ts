import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { laddersOf, recipientParts } from '#app/financing/ladder/tables.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { promisesOf } from '#app/members/trail/queries.server';
import { database } from '#app/platform/database.server';
import { namedClause } from '../requests/clauses.server';
import { requestsVisibleTo } from '../requests/readable.server';
import { ties } from '#app/frameworks/crosswalk/ties.server';
import { pillarsCode } from '../worth';
import type { Pillar, Plan } from './model';

type Counts = Omit<Pillar, 'code' | 'title'>;

/**
 * PL-1: what is promised, pledged, paid and asked for under each pillar of a country's plan. A commitment stands under the pillars that it
 * names, and under those that the crosswalk says its clauses are equal to or contribute to; a pledge under those of its commitment, or of
 * the request or offer that it was made of. What stands under several is counted once in the sum.
 */
export async function planOf(viewer: Actor, iso2: string, view: View): Promise<Plan> {
  const found = await sql<Pillar & { pillar_id: string | null }>`
    with ${promisesOf(viewer, { kind: 'country', iso2 }, view)},
    pillars as (select n.id, n.code, n.position from framework_nodes n join framework_versions v on v.id = n.version_id and v.status = 'published' join frameworks f on f.id = v.framework_id
      where f.code = ${pillarsCode} and n.parent_id is null),
    serving as (select distinct p.id as pillar_id, c.id as commitment_id from commitments c join commitment_nodes k on k.commitment_id = c.id
      join pillars p on p.id = k.node_id or exists (select from ${ties} t where t.other_id = k.node_id and t.node_id = p.id and t.relation in ('equivalent', 'contributes'))
      where c.id in (select id from promises union select p.commitment_id from pledges p join pledge_recipients r on r.pledge_id = p.id where r.country_iso2 = ${iso2}) and ${readable(viewer, view)}),
    standing as (select s.*, c.relation from serving s join promises c on c.id = s.commitment_id),
    paid_for as (
      select s.pillar_id, p.id as pledge_id from serving s join pledges p on p.commitment_id = s.commitment_id
      union select coalesce(o.pillar_node_id, r.pillar_node_id), p.id from pledges p join offers o on o.id = p.offer_id left join support_requests r on r.id = o.request_id),
    ${laddersOf(sql`p.id in (select pledge_id from paid_for) and p.kind <> 'guarantee' and p.id in (select pledge_id from pledge_recipients where country_iso2 = ${iso2}) and ${pledgesVisibleTo(viewer, view)}`, view.currency)},
    ${recipientParts},
    -- Each pledge of the country under each of its pillars, and once under none for the sum.
    told_under as (select pillar_id, pledge_id from paid_for union select null, pledge_id from paid_for),
    money as (select u.pillar_id, count(distinct l.id)::int as pledges, (count(distinct l.id) filter (where l.converted))::int as converted,
        coalesce(sum(s.usd_pledged), 0) as pledged, coalesce(sum(s.usd_disbursed), 0) as disbursed
      from told_under u join ladders l on l.id = u.pledge_id left join parts s on s.id = l.id and s.country_iso2 = ${iso2} group by u.pillar_id),
    promised as (select pillar_id, count(distinct commitment_id) filter (where relation = 'by')::int as by, count(distinct commitment_id) filter (where relation = 'beside')::int as beside
      from (select * from standing union all select null, commitment_id, relation from standing) s group by pillar_id),
    ${asked(viewer, iso2, view)}
    select p.id as pillar_id, p.code, ${namedClause(sql`p.id`, view)} ->> 'title' as title, coalesce(m.by, 0) as by, coalesce(m.beside, 0) as beside, coalesce(y.pledges, 0) as pledges,
      coalesce(y.converted, 0) as converted, trim_scale(coalesce(y.pledged, 0))::text as pledged, trim_scale(coalesce(y.disbursed, 0))::text as disbursed, coalesce(a.open, 0) as open, coalesce(a.unanswered, 0) as unanswered
    from (select id, code, position from pillars union all select null, '', 1000) p
    left join promised m on m.pillar_id is not distinct from p.id left join money y on y.pillar_id is not distinct from p.id left join asked a on a.pillar_id is not distinct from p.id
    order by p.position`.execute(database());
  const together = found.rows.find(({ pillar_id }) => pillar_id === null);
  return { pillars: found.rows.filter(({ pillar_id }) => pillar_id !== null), together: together ?? none };
}

/** Requests of the country that are open, by pillar and in all. */
const asked = (viewer: Actor, iso2: string, view: View): RawBuilder<unknown> => sql`
  open_requests as (select r.pillar_node_id as pillar_id, not exists (select from offers x where x.request_id = r.id and x.status in ('offered', 'accepted')) as bare from support_requests r
    where r.country_iso2 = ${iso2} and r.published_at is not null and r.closed_at is null and not exists (select from offers x where x.request_id = r.id and x.status = 'accepted') and ${requestsVisibleTo(viewer, view)}),
  asked as (select pillar_id, count(*)::int as open, (count(*) filter (where bare))::int as unanswered from (select * from open_requests union all select null, bare from open_requests) q group by pillar_id)`;

const none: Counts = { by: 0, beside: 0, pledges: 0, converted: 0, pledged: '0', disbursed: '0', open: 0, unanswered: 0 };
