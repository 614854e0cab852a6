import { sql, type RawBuilder } from 'kysely';
import type { Subject } from '../subjects';

/**
 * Tables `wanted (of, subject)` and `belongs (of, subject, kind, record_id, share)`: which records of a snapshot belong to each of some subjects.
 * A commitment belongs to who leads it, to the countries that it names, and to the group that it came of; a pledge, with its payments, to who
 * gives it, and to the countries that it is for, by their share; a decision, with its session, to its group; a member to its country.
 */
export const belongsTo = (id: string, subjects: readonly Subject[]): RawBuilder<unknown> => sql`
  wanted as (select distinct * from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ ref }) => ref)}::text[]) as w (of, subject)),
  belongs as materialized (
    select w.of, w.subject, p.kind, p.record_id, p.share from wanted w join (${pairs(id)}) as p on (p.of, p.subject) = (w.of, w.subject)
  )`;

const rows = (id: string, kind: string) => sql`snapshot_rows where snapshot_id = ${id}::uuid and kind = ${kind}`;

const pairs = (id: string): RawBuilder<unknown> => sql`
  select 'member' as of, facts ->> 'lead' as subject, kind, record_id, 1::numeric as share from ${rows(id, 'commitment')}
  union all (
    select 'country', facts ->> 'lead', kind, record_id, 1 from ${rows(id, 'commitment')}
    union select 'country', jsonb_array_elements_text(facts -> 'countries'), kind, record_id, 1 from ${rows(id, 'commitment')})
  union all select 'group', facts ->> 'working_group', kind, record_id, 1 from ${rows(id, 'commitment')}
  union all select m.of, m.subject, m.kind, m.record_id, m.share from (
    with given as (
      select 'member' as of, ref, facts ->> 'provider' as subject, 1::numeric as share, record_id from ${rows(id, 'pledge')}
      union all select 'country', ref, r.key, r.value::numeric / 100, record_id from (select ref, record_id, facts from ${rows(id, 'pledge')}) p, jsonb_each_text(coalesce(p.facts -> 'recipients', '{}')) r)
    select of, subject, 'pledge' as kind, record_id, share from given
    union all select g.of, g.subject, 'transaction', t.record_id, g.share from given g join (select ref, record_id from ${rows(id, 'transaction')} and facts ->> 'of' = 'pledge') t using (ref)) as m
  union all select 'country', facts ->> 'country', kind, record_id, 1 from ${rows(id, 'member')}
  union all select 'group', facts ->> 'working_group', kind, record_id, 1 from ${rows(id, 'decision')}
  union all (select distinct 'group', facts ->> 'working_group', 'session', facts ->> 'session_id', 1 from ${rows(id, 'decision')} and facts ->> 'session_id' is not null)`;
