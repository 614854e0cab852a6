import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { promised } from '../promised.server';
import { contributions } from './contributions.server';
import { bringUpToDate } from './upkeep.server';

/**
 * What promises that count add, as the start of a `with`: table `additions` (scopes, commitments, pledges, pledged, committed, disbursed) has
 * one row for all that have the same scopes, so that sums over clauses that overlap count each once. The numbers are those of the cells
 * of all columns together (CV-1, CV-2).
 */
export async function additionsFor(viewer: Actor, view: View): Promise<RawBuilder<unknown>> {
  if (viewer.kind === 'public') {
    await bringUpToDate(view);
    return sql`additions as materialized (
      select f.scopes, count(*)::int as commitments, ${sums((name) => sql`${sql.ref(`f.${name}`)}[array_position(f.kinds, 'all')]`)} from coverage_facts f where f.counted = 1 group by f.scopes
    )`;
  }
  return sql`
    chosen as materialized (select c.id, 1 as counted, 0 as before from commitments c where ${promised} and ${readable(viewer, view)}),
    ${contributions(viewer, view)},
    additions as materialized (
      select s.scopes, count(*)::int as commitments, ${sums((name) => sql.ref(`x.${name}`))}
      from (select commitment_id, array_agg(scope_id order by scope_id) as scopes from scopes group by commitment_id) s join contributions x on x.commitment_id = s.commitment_id and x.kind = 'all'
      group by s.scopes
    )`;
}

const sums = (of: (name: string) => RawBuilder<unknown>): RawBuilder<unknown> =>
  sql.join(['pledges', 'pledged', 'committed', 'disbursed'].map((name) => sql`sum(${of(name)}) as ${sql.ref(name)}`));
