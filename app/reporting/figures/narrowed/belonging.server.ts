import { sql, type RawBuilder } from 'kysely';
import type { Subject } from '../subjects';

/**
 * Tables `wanted (of, subject)` and `belongs (of, subject, kind, record_id, share)`: which records of a snapshot belong to each of some subjects.
 * A commitment belongs to who leads it, to the countries that it names, and to the group that it came of; a pledge, with its payments, to who
 * gives it, and to the countries that it is for, by their share; a decision, with its session, to its group; a member to its country.
 */
export const belongsTo = (id: string, subjects: readonly Subject[]): RawBuilder<unknown> => sql`
  wanted as materialized (select distinct of, subject, true as asked from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ ref }) => ref)}::text[]) as w (of, subject)),
  ${given(id)},
  owned as materialized (select * from wanted full join (${pairs(id)}) as p using (of, subject)),
  belongs as materialized (select of, subject, kind, record_id, share from owned where asked and record_id is not null)`;

/**
 * Table `met (kind, record_id, …, of, subject, share)`: records that a query selects, each with whose it is, once for each of them. They meet by a
 * full join that is kept to itself (SN-9).
 */
export const withOwners = (records: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  all_met as materialized (select * from (select *, true as there from (${records}) as r) as k full join belongs using (kind, record_id)),
  met as materialized (select * from all_met where there and subject is not null)`;

const rows = (id: string, kind: string) => sql`snapshot_rows where snapshot_id = ${id}::uuid and kind = ${kind}`;

/** Tables `given`, each pledge of those who give or get it, and `paid`, with each payment of it. */
const given = (id: string): RawBuilder<unknown> => sql`
  given as materialized (
    select 'member' as of, ref, facts ->> 'provider' as subject, 1::numeric as share, record_id as pledge from ${rows(id, 'pledge')}
    union all select 'country', ref, r.key, r.value::numeric / 100, record_id from (select ref, record_id, facts from ${rows(id, 'pledge')}) p, jsonb_each_text(coalesce(p.facts -> 'recipients', '{}')) r),
  paid as materialized (select * from given full join (select ref, record_id from ${rows(id, 'transaction')} and facts ->> 'of' = 'pledge') t using (ref))`;

const pairs = (id: string): RawBuilder<unknown> => sql`
  select 'member' as of, facts ->> 'lead' as subject, kind, record_id, 1::numeric as share from ${rows(id, 'commitment')}
  union all (
    select 'country', facts ->> 'lead', kind, record_id, 1 from ${rows(id, 'commitment')}
    union select 'country', jsonb_array_elements_text(facts -> 'countries'), kind, record_id, 1 from ${rows(id, 'commitment')})
  union all select 'group', facts ->> 'working_group', kind, record_id, 1 from ${rows(id, 'commitment')}
  union all select of, subject, 'pledge', pledge, share from given
  union all select of, subject, 'transaction', record_id, share from paid where pledge is not null and record_id is not null
  union all select 'country', facts ->> 'country', kind, record_id, 1 from ${rows(id, 'member')}
  union all select 'group', facts ->> 'working_group', kind, record_id, 1 from ${rows(id, 'decision')}
  union all (select distinct 'group', facts ->> 'working_group', 'session', facts ->> 'session_id', 1 from ${rows(id, 'decision')} and facts ->> 'session_id' is not null)`;
