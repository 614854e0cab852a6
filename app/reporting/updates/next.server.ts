import { sql } from 'kysely';
import type { View } from '#app/commitments/readable.server';
import type { Day } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { dayThere } from '#app/reporting/cycles/day.server';
import { expectedIn } from '#app/reporting/cycles/expected.server';

/** The day by which the next update of a commitment is due: of the first cycle that takes one and has none yet. Null where no such cycle is planned. */
export async function nextUpdateOn(commitment_id: string, view: View): Promise<Day | null> {
  const cycles = await database().selectFrom('cycles as y').select(['y.id', 'y.coalition_id', 'y.year', 'y.due_on']).where('y.lock_on', '>=', dayThere(view.now, sql.ref('y.coalition_id'))).orderBy('y.due_on').execute();
  for (const cycle of cycles) {
    const { rows } = await sql<{ due: boolean }>`
      select true as due from commitments c where c.id = ${commitment_id}::uuid and ${expectedIn(cycle)} and not exists (
        select from progress_updates u where u.commitment_id = c.id and u.cycle_id = ${cycle.id}::uuid and u.status in ('submitted', 'accepted', 'published'))`.execute(database());
    if (rows.length > 0) return cycle.due_on;
  }
  return null;
}
