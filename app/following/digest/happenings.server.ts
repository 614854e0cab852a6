import { sql, type RawBuilder } from 'kysely';

/**
 * Who follows what happened, and since when, among some `follows`: they follow the commitment, a country that it is for or whose it is, or a
 * clause that it answers or that stands above one. Table `followed`.
 */
export const followedAmong = (follows: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  lines as (
    with recursive over (commitment_id, node_id) as (
      select k.commitment_id, k.node_id from commitment_nodes k where k.commitment_id in (select commitment_id from happened)
      union select o.commitment_id, n.parent_id from over o join framework_nodes n on n.id = o.node_id where n.parent_id is not null)
    select * from over),
  places as (
    select k.commitment_id, k.country_iso2 from commitment_countries k where k.commitment_id in (select commitment_id from happened)
    union select c.id, c.lead_country_iso2 from commitments c where c.lead_country_iso2 is not null and c.id in (select commitment_id from happened)),
  followed as (
    select f.person_id, f.since, h.commitment_id, h.at from happened h join ${follows} f on f.commitment_id = h.commitment_id
    union all select f.person_id, f.since, h.commitment_id, h.at from happened h join places p using (commitment_id) join ${follows} f on f.country_iso2 = p.country_iso2
    union all select f.person_id, f.since, h.commitment_id, h.at from happened h join lines l using (commitment_id) join ${follows} f on f.node_id = l.node_id)`;

/**
 * What happened to commitments after one instant and up to another, whoever may read it: table `happened`. Each part walks an index by
 * time. What was under embargo comes out when that ends; how a commitment ended is told by its trail, which knows when.
 */
export const happenedBetween = (from: RawBuilder<unknown>, until: Date): RawBuilder<unknown> => {
  const within = (at: string) => sql`${sql.raw(at)} > ${from} and ${sql.raw(at)} <= ${until}`;
  return sql`happened as materialized (
    select c.id as commitment_id, 'published' as kind, greatest(c.published_at, c.embargo_until) as at, null::int as year, null as what
      from commitments c where c.published_at is not null and ${within('greatest(c.published_at, c.embargo_until)')}
    union all select a.record_id::uuid, a.after ->> 'status', a.told_at, null, null from audit_log a
      where a.table_name = 'commitments' and a.action = 'update' and a.before ->> 'status' = 'published' and a.after ->> 'status' <> 'published' and ${within('a.told_at')}
    union all select u.commitment_id, 'update', u.accepted_at, y.year, null from progress_updates u join cycles y on y.id = u.cycle_id
      where u.accepted_at is not null and u.status in ('accepted', 'published') and ${within('u.accepted_at')}
    union all select m.commitment_id, 'amended', m.decided_at, null, null from amendments m where m.status = 'approved' and ${within('m.decided_at')}
    union all select u.commitment_id, 'contested', k.contested_at, y.year, null from contests k join progress_updates u on u.id = k.progress_update_id join cycles y on y.id = u.cycle_id
      where ${within('k.contested_at')}
    union all select u.commitment_id, k.outcome, k.settled_at, y.year, null from contests k join progress_updates u on u.id = k.progress_update_id join cycles y on y.id = u.cycle_id
      where k.settled_at is not null and ${within('k.settled_at')}
    union all select m.commitment_id, m.status, m.reported_at, null, m.title from milestones m where m.status in ('achieved', 'missed') and ${within('m.reported_at')})`;
};
