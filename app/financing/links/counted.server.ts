import { sql, type RawBuilder } from 'kysely';

/**
 * FL-4 in SQL, to stand after `told` of `laddersOf`: table `linked` has one row per pledge of `told` with what decided links take off it now,
 * in its own currency; together never more than what stands of it. `unmatched` is what a matching pledge still waits for.
 */
export const linked: RawBuilder<unknown> = sql`
  linked as (
    select told.id as pledge_id,
      coalesce(sum(e.taken_off) filter (where e.kind = 'same_money'), 0) as same_money,
      coalesce(sum(e.taken_off) filter (where e.kind = 'passes_through'), 0) as passes_through,
      coalesce(sum(e.taken_off) filter (where e.kind = 'matches'), 0) as unmatched
    from told left join funding_link_effects e on e.pledge_id = told.id
    group by told.id
  )`;
