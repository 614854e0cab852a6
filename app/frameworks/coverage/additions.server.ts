import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { promised } from '../promised.server';
import { contributions } from './contributions.server';
import { bringUpToDate } from './upkeep.server';

/**
 * What each promise that counts adds to a scope, as the start of a `with`: table `additions` (commitment_id, scope_id, pledges, pledged,
 * committed, disbursed), the same numbers that stand in the cells of all columns together (CV-1, CV-2).
 */
export async function additionsFor(viewer: Actor, view: View): Promise<RawBuilder<unknown>> {
  if (viewer.kind === 'public') {
    await bringUpToDate(view);
    return sql`additions as (
      select f.commitment_id, s.scope_id, f.pledges[a.place] as pledges, f.pledged[a.place] as pledged, f.committed[a.place] as committed, f.disbursed[a.place] as disbursed
      from coverage_facts f cross join lateral unnest(f.scopes) s (scope_id) cross join lateral (select array_position(f.kinds, 'all') as place) a where f.counted = 1
    )`;
  }
  return sql`
    chosen as materialized (select c.id, 1 as counted, 0 as before from commitments c where ${promised} and ${readable(viewer, view)}),
    ${contributions(viewer, view)},
    additions as (
      select s.commitment_id, s.scope_id, x.pledges, x.pledged, x.committed, x.disbursed from scopes s join contributions x on x.commitment_id = s.commitment_id and x.kind = 'all'
    )`;
}
