import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import { askedIn } from '#app/reporting/figures/computing.server';
import type { StandingCount } from './standing';

/** What is counted apart, as a selection of `scope, record_id`: commitments of a snapshot, each once in a scope. */
export type Scoped = RawBuilder<unknown>;

/**
 * How the commitments of each scope stand, by standing and rung, with how many of them an update was asked of and accepted for (RP-4). By the
 * rules of the figures: the same snapshot gives the same counts.
 */
export async function standingsOf(db: Reader, snapshotId: string, scoped: Scoped): Promise<StandingCount[]> {
  const found = await sql<StandingCount>`
    with told as (
      select distinct s.scope, r.record_id, r.facts ->> 'standing' as standing, coalesce(r.facts -> 'update' ->> 'verification', 'not_reported') as rung,
        coalesce(a.reported, false) as reported, coalesce(a.reported or a.due, false) as asked
      from (${scoped}) as s join snapshot_rows r on r.snapshot_id = ${snapshotId}::uuid and r.kind = 'commitment' and r.record_id = s.record_id
        left join (${askedIn(snapshotId)}) as a on a.record_id = r.record_id
    )
    select scope, standing, rung, count(*)::int as count, count(*) filter (where reported)::int as reporting, count(*) filter (where asked)::int as expected
    from told group by scope, standing, rung order by scope collate "C", standing collate "C", rung collate "C"`.execute(db);
  return found.rows;
}

/** Commitments by what they serve: a scope holds clauses by their part in figure 2.2. */
export const servingClauses = (snapshotId: string, scopes: readonly { readonly scope: string; readonly part: string }[]): Scoped => sql`
  select s.scope, r.record_id from snapshot_rows r cross join lateral jsonb_array_elements_text(r.facts -> 'clauses') as served (part)
    join jsonb_to_recordset(${JSON.stringify(scopes)}::text::jsonb) as s (scope text, part text) on s.part = served.part
  where r.snapshot_id = ${snapshotId}::uuid and r.kind = 'commitment'`;
