import { sql, type RawBuilder } from 'kysely';

/**
 * FL-4 in SQL, to stand after `told` of `laddersOf`: table `linked` has one row per pledge of `told` with what decided links take off it now,
 * in its own currency; together never more than what stands of it. `unmatched` is what a matching pledge still waits for.
 * Each pledge is looked up for itself: the effects of all links would be worked out for the few that are asked for (`offset 0` keeps the planner from joining them).
 */
export const linked: RawBuilder<unknown> = sql`
  linked as (
    select told.id as pledge_id,
      coalesce(sum(e.taken_off) filter (where e.kind = 'same_money'), 0) as same_money,
      coalesce(sum(e.taken_off) filter (where e.kind = 'passes_through'), 0) as passes_through,
      coalesce(sum(e.taken_off) filter (where e.kind = 'matches'), 0) as unmatched
    from told left join lateral (select kind, taken_off from funding_link_effects where pledge_id = told.id offset 0) e on true
    group by told.id
  )`;
